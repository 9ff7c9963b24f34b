package import CEL
package import LinkageCore
import Values

/// Prints why an expression has no value, where it stands, and what its parts were.
package struct EvaluationPrinter {
  private let language: Language
  private let style: Style

  package init(language: Language, style: Style = .plain) {
    self.language = language
    self.style = style
  }

  /// A text with the lines around the fault, which stands at so many bytes of it.
  package struct Source: Sendable {
    package var name: String
    package var text: String
    /// What the first line is called: in a script, the line it stands on.
    package var firstLine: Int
    /// In bytes of UTF-8.
    package var range: Range<Int>

    package init(name: String, text: String, firstLine: Int = 1, range: Range<Int>) {
      self.name = name
      self.text = text
      self.firstLine = firstLine
      self.range = range
    }
  }

  package func text(_ problem: EvaluationProblem, in source: Source? = nil) -> String {
    let words = language.evaluationWords
    let spot = source.map(Spot.init)
    var block = MessageBlock(language: language, style: style, widestLine: spot?.line ?? 0)
    block.headline(.error, words.headline(problem))
    if let source, let spot { show(spot, of: source, &block) }
    if let advice = words.advice(problem) { block.remark(.attempt, advice) }
    return block.text + "\n"
  }

  private func show(_ spot: Spot, of source: Source, _ block: inout MessageBlock) {
    let excerpt = Excerpt(line: spot.text, column: spot.column, length: spot.length)
    block.place(
      Place(path: source.name, line: spot.line, column: spot.column, length: spot.length))
    block.blank()
    block.source(spot.line, excerpt.text)
    block.under(excerpt.carets, .failure)
  }

  /// A line for each part: its text, its type, its value; `nil` for the width cuts nothing.
  package func parts(_ explanation: Explanation, width: Int?) -> String {
    let words = language.evaluationWords
    let told: MessageLanguage = language == .chinese ? .chinese : .english
    let rows = explanation.parts.map { part -> [String] in
      let text = VisibleText.line(part.text.replacing("\n", with: " "))
      switch part.value {
      case .success(let value): return [text, value.typeName, VisibleText.line(value.json())]
      case .failure(let error):
        return [text, "", VisibleText.line(words.noValue(error.message(in: told)))]
      }
    }
    let lines = TextTable(alignments: [.left, .left, .left], rows: rows).lines
    return lines.map { line in
      style.paint(width.map { Columns.cut(line, to: $0) } ?? line, .quiet) + "\n"
    }.joined()
  }

  /// Where a range of bytes stands, as line and column.
  private struct Spot {
    let line: Int
    let text: Substring
    let column: Int
    let length: Int

    init(_ source: Source) {
      let bytes = Array(source.text.utf8)
      let start = min(source.range.lowerBound, bytes.count)
      let lineStart = bytes[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      let lineEnd = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let end = min(max(start, source.range.upperBound), lineEnd)
      line = source.firstLine + bytes[..<start].count { $0 == 0x0A }
      text = Substring(String(decoding: bytes[lineStart..<lineEnd], as: UTF8.self))
      column = String(decoding: bytes[lineStart..<start], as: UTF8.self).count + 1
      length = max(1, String(decoding: bytes[start..<end], as: UTF8.self).count)
    }
  }
}
