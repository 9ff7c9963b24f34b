/// Which row of a scenario's `matrix` a line of its file belongs to, where the rows are written one
/// below the other.
struct RowLines {
  /// The row of each line, from 0; `nil` outside of all rows.
  private var rows: [Int?] = []

  init(_ text: String) {
    var isInside = false
    var indent: Int?
    var row = -1
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let content = line.drop { $0 == " " }
      let depth = line.count - content.count
      let isNothing = content.isEmpty || content.hasPrefix("#")
      if depth == 0, !isNothing, !content.hasPrefix("-") { isInside = Self.opens(content) }
      if isInside, content.hasPrefix("-"), depth == indent ?? depth {
        indent = depth
        row += 1
      }
      rows.append(isInside && row >= 0 && !isNothing ? row : nil)
    }
  }

  /// - Parameter line: counted from 1.
  func row(at line: Int) -> Int? { rows.indices.contains(line - 1) ? rows[line - 1] : nil }

  /// `matrix:` with its rows on the lines below it.
  private static func opens(_ line: Substring) -> Bool {
    line.wholeMatch(of: #/matrix:\s*(#.*)?/#) != nil
  }
}
