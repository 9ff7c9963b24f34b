/// One row of a table whose last column is a text that may be longer than a line.
struct CoverageRow {
  var cells: [String]
  var text: String
}

/// Columns of short texts and one of long ones, which are folded below their beginning.
struct CoverageTable {
  /// A last column with less room than this is not folded.
  private static let narrowestText = 24
  private static let indent = "  "

  let rows: [CoverageRow]
  let alignments: [TextTable.Alignment]
  let width: Int

  /// The lines of each row.
  var lines: [[String]] {
    // A sign behind the cells keeps them as wide as they are.
    let table = TextTable(
      alignments: alignments + [.left],
      rows: rows.map { $0.cells.map { VisibleText.line($0) } + ["|"] })
    return zip(rows, table.lines).map { row, line in
      let head = Self.indent + line.dropLast()
      let start = DisplayWidth.of(head)
      let parts = fold(VisibleText.line(row.text), to: max(Self.narrowestText, width - start))
      return parts.enumerated().map { number, part in
        Columns.trimmedEnd((number == 0 ? head : VisibleText.spaces(start)) + part)
      }
    }
  }

  /// Broken at blanks; a word longer than a line stands on one of its own.
  private func fold(_ text: String, to room: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      guard let last = lines.last, DisplayWidth.of(last) + 1 + DisplayWidth.of(word) <= room else {
        lines.append(String(word))
        continue
      }
      lines[lines.count - 1] = last + " " + word
    }
    return lines.isEmpty ? [""] : lines
  }
}
