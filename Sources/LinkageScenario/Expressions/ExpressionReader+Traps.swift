import CEL
import LinkageCore

extension ExpressionReader {
  /// Whether a comment's ` # ` ended the scalar within the expression, which is then reported.
  func isCutByComment(_ text: ScalarText, of node: YAMLNode) -> Bool {
    guard node.isPlainScalar, let start = text.offset else { return false }
    let source = reader.source
    var end = node.range.upperBound
    while source.byte(at: end) == 0x20 { end += 1 }
    guard end > node.range.upperBound, source.byte(at: end) == UInt8(ascii: "#") else {
      return false
    }
    let whole = start..<source.line(around: start).upperBound
    guard BracketScan(text.text).isOpen || (try? Expression(source.text(in: whole))) != nil else {
      return false
    }
    reader.report(.quoteExpression(text: source.text(in: whole), why: "#"), at: whole)
    return true
  }

  /// Whether `a ? b : c` or `x == 'a: b'` was read as a mapping, which is then reported.
  func isCutByColon(_ node: YAMLNode, after opening: String = "") -> Bool {
    guard case .mapping(let entries) = node.content, let key = entries.first?.key,
      key.isPlainScalar, let text = key.scalarText, opening.isEmpty || text.contains(opening)
    else { return false }
    let isConditional = text.contains(" ? ")
    guard isConditional || BracketScan(text).isOpen else { return false }
    let range = EntryText.range(from: key.range.lowerBound, in: reader.source)
    reader.report(
      .quoteExpression(text: reader.source.text(in: range), why: isConditional ? "? :" : ":"),
      at: range)
    return true
  }

  /// Whether `${ … }` was written where an expression stands by itself, which is then reported.
  func isTemplate(_ text: ScalarText) -> Bool {
    let scanner = TemplateScanner(text.text)
    guard text.text.contains("${"), scanner.unclosed == nil else { return false }
    let inside = scanner.pieces.compactMap { piece -> Range<Int>? in
      if case .expression(let range) = piece { range } else { nil }
    }
    guard let first = inside.first else { return false }
    let isWhole = scanner.pieces.count == 1
    let suggestion = isWhole ? text.trimmed(first).text : Self.unwrapped(text.text, inside)
    reader.report(
      .templateInExpression(text: text.text, suggestion: suggestion), at: text.range)
    return true
  }

  /// The text without `${` and `}` around its pieces.
  private static func unwrapped(_ text: String, _ pieces: [Range<Int>]) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var done = 0
    for piece in pieces {
      result += bytes[done..<piece.lowerBound - 2] + bytes[piece]
      done = piece.upperBound + 1
    }
    return String(decoding: result + bytes[done...], as: UTF8.self)
  }
}
