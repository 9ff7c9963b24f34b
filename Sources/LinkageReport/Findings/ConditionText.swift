import LinkageCore

/// A failed condition where it stands in its file, or on a line of its own where the file writes it
/// differently (a block scalar, escaped quotes) or too far to the right.
struct ConditionText {
  /// Columns before the condition.
  let indent: Int
  /// The condition's text, when the source line does not show it as it is.
  let ownLine: String?

  private static let widest = 120

  init(_ expectation: Outline.Expectation, in line: Substring?) {
    let text = expectation.text
    let column = expectation.place.column
    guard let line, let found = Self.start(of: text, in: line, near: column - 1) else {
      indent = min(max(0, column - 1), 8)
      ownLine = Self.oneLine(text)
      return
    }
    let before = DisplayWidth.of(VisibleText.expanded(line.prefix(found)))
    let fits = before + DisplayWidth.of(text) <= Self.widest
    indent = fits ? before : 8
    ownLine = fits ? nil : text
  }

  /// The carets and values of the parts, whose offsets count the bytes of the condition's text.
  func rows(
    _ condition: Condition, of expectation: Outline.Expectation, _ words: any FindingWords
  ) -> CaretRows? {
    guard !condition.parts.isEmpty else { return nil }
    let text = Self.oneLine(expectation.text)
    return CaretRows(
      condition.parts.sorted { $0.offset < $1.offset }.map { part in
        let start = Self.columns(text, part.offset)
        return CaretRows.Mark(
          column: indent + start, width: Self.columns(text, part.offset + part.length) - start,
          value: ValueText.text(part, words))
      })
  }

  /// At the place itself, or behind the quote that stands there.
  private static func start(of text: String, in line: Substring, near offset: Int) -> Int? {
    guard offset >= 0, !text.contains(where: \.isNewline), !text.contains("\t") else { return nil }
    let rest = line.dropFirst(offset)
    if rest.hasPrefix(text) { return offset }
    guard rest.first == "\"" || rest.first == "'" else { return nil }
    return rest.dropFirst().hasPrefix(text) ? offset + 1 : nil
  }

  private static func columns(_ text: String, _ bytes: Int) -> Int {
    DisplayWidth.of(Substring(text.utf8.prefix(max(0, bytes))))
  }

  /// Every byte stays in its place: only line ends and tabs become blanks.
  private static func oneLine(_ text: String) -> String {
    String(decoding: text.utf8.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
  }
}
