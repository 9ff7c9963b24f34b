/// One source line as it is shown, with the place that its carets underline.
struct Excerpt {
  let text: String
  let carets: String

  /// - Parameters:
  ///   - column: counted from 1, in characters of `line`.
  ///   - length: in characters, at least 1; cut at the line's end.
  init(line: Substring, column: Int, length: Int) {
    let start = min(max(0, column - 1), line.count)
    let before = line.prefix(start)
    let marked = line.dropFirst(start).prefix(max(1, length))
    let indent = DisplayWidth.of(VisibleText.expanded(before))
    let end = DisplayWidth.of(VisibleText.expanded(line.prefix(start + marked.count)))
    let whole = VisibleText.expanded(line)
    let skipped = Self.skip(to: indent, in: whole)
    let shownIndent = indent - skipped.columns
    text = Columns.cut(skipped.text, to: Self.widest)
    let width = min(max(1, end - indent), max(1, Self.widest - shownIndent))
    carets = VisibleText.spaces(shownIndent) + String(repeating: "^", count: width)
  }

  private static let widest = 120

  /// Leaves out the beginning of a line whose marked place would lie beyond the terminal.
  private static func skip(to indent: Int, in text: String) -> (text: String, columns: Int) {
    guard indent > widest - 20 else { return (text, 0) }
    var rest = text[...]
    var columns = 0
    while indent - columns > widest / 2, let first = rest.first {
      columns += DisplayWidth.of(first)
      rest.removeFirst()
    }
    return ("…" + rest, columns - 1)
  }
}
