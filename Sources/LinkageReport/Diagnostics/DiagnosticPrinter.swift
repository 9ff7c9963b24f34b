package import LinkageCore

/// Prints what is wrong with the user's files, every problem with its place and what to try.
package struct DiagnosticPrinter {
  private let language: Language
  private let style: Style

  package init(language: Language, style: Style = .plain) {
    self.language = language
    self.style = style
  }

  /// All problems in the order of files and lines, then a line that counts them.
  package func text(_ diagnostics: Diagnostics) -> String {
    let sources = SourceLines(diagnostics.sources)
    let problems = sorted(diagnostics.problems, sources)
    let files = Set(problems.compactMap { $0.place?.path }).count
    let blocks = problems.map { block($0, sources) }
    let count = language.problemWords.count(problems: problems.count, files: files)
    return (blocks + [style.paint(count, .strong)]).joined(separator: "\n\n") + "\n"
  }

  private func sorted(_ problems: [Diagnostic], _ sources: SourceLines) -> [Diagnostic] {
    let keyed = problems.enumerated().map { position, problem in
      (key: SortKey(problem.place, position, sources), problem: problem)
    }
    return keyed.sorted { $0.key < $1.key }.map(\.problem)
  }

  private func block(_ diagnostic: Diagnostic, _ sources: SourceLines) -> String {
    let words = language.problemWords
    var block = MessageBlock(
      language: language, style: style, widestLine: diagnostic.place?.line ?? 0)
    block.headline(.error, words.headline(diagnostic.problem))
    if let place = diagnostic.place { excerpt(place, sources, &block) }
    let remarks = ProblemRemarks(
      problem: diagnostic.problem, isNamedInFile: diagnostic.place != nil, words: words,
      messageWords: language.messageWords)
    for remark in remarks.all { block.remark(remark.label, remark.text) }
    return block.text
  }

  private func excerpt(_ place: Place, _ sources: SourceLines, _ block: inout MessageBlock) {
    guard place.line > 0 else { return block.place(path: place.path) }
    block.place(place)
    guard let line = sources.line(place.line, of: place.path) else { return }
    let excerpt = Excerpt(line: line, column: place.column, length: place.length)
    block.blank()
    block.source(place.line, excerpt.text)
    block.under(excerpt.carets, .failure)
  }
}

/// Problems without a place first, then by file in the order given, then by line and column.
private struct SortKey: Comparable {
  private let file: Int
  private let path: String
  private let line: Int
  private let column: Int
  private let position: Int

  init(_ place: Place?, _ position: Int, _ sources: SourceLines) {
    file = place.map { sources.position(of: $0.path) } ?? -1
    path = place?.path ?? ""
    line = place?.line ?? 0
    column = place?.column ?? 0
    self.position = position
  }

  static func < (a: SortKey, b: SortKey) -> Bool {
    (a.file, a.path, a.line, a.column, a.position) < (b.file, b.path, b.line, b.column, b.position)
  }
}
