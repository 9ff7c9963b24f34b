/// Carets under the parts of a condition and their values beneath them.
///
/// A value that would run into the next one moves down; a bar leads to it.
struct CaretRows {
  struct Mark {
    /// In columns from the condition's start.
    var column: Int
    var width: Int
    var value: String
  }

  let carets: String
  let values: [String]

  init(_ marks: [Mark]) {
    var caretRow = Row()
    for mark in marks {
      caretRow.put(String(repeating: "^", count: max(1, mark.width)), at: mark.column)
    }
    carets = caretRow.text
    values = Self.place(marks)
  }

  /// From right to left, each value goes to the first row on which it ends before what stands there.
  private static func place(_ marks: [Mark]) -> [String] {
    var ends: [Int] = []
    var placed: [(row: Int, mark: Mark)] = []
    for mark in marks.reversed() {
      let end = mark.column + DisplayWidth.of(mark.value) + 2
      let row = ends.firstIndex { end <= $0 } ?? ends.count
      placed.insert((row, mark), at: 0)
      while ends.count <= row { ends.append(Int.max) }
      for above in 0...row { ends[above] = mark.column }
    }
    return ends.indices.map { row in
      placed.reduce(into: Row()) { line, item in
        if item.row == row { line.put(item.mark.value, at: item.mark.column) }
        if item.row > row { line.put("|", at: item.mark.column) }
      }.text
    }
  }

  /// One line that is written from left to right.
  private struct Row {
    private(set) var text = ""
    private var width = 0

    mutating func put(_ piece: String, at column: Int) {
      text += VisibleText.spaces(column - width) + piece
      width = max(column, width) + DisplayWidth.of(piece)
    }
  }
}
