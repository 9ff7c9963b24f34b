/// Columns of texts, each as wide as its widest cell.
package struct TextTable {
  package enum Alignment { case left, right }

  let alignments: [Alignment]
  let rows: [[String]]

  package init(alignments: [Alignment], rows: [[String]]) {
    self.alignments = alignments
    self.rows = rows
  }

  /// The rows without trailing blanks.
  package var lines: [String] {
    let widths = alignments.indices.map { column in
      rows.map { DisplayWidth.of($0[column]) }.max() ?? 0
    }
    return rows.map { row in
      let cells = zip(row, zip(widths, alignments)).map { cell, shape in
        shape.1 == .left ? Columns.left(cell, shape.0) : Columns.right(cell, shape.0)
      }
      return Columns.trimmedEnd(cells.joined(separator: "  "))
    }
  }
}
