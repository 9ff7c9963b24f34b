import Values

/// How rows are called: `level=gold, off=10`.
enum RowLabels {
  /// Longer values are cut.
  private static let longest = 24

  /// One for each row, each of them once.
  static func labels(for rows: [[MatrixReader.Cell]]) -> [String] {
    var seen: [String: Int] = [:]
    return rows.map { cells in
      let label = cells.map { "\($0.key)=\(text($0))" }.joined(separator: ", ")
      seen[label, default: 0] += 1
      guard let count = seen[label], count > 1 else { return label }
      return unique("\(label) (\(count))", &seen)
    }
  }

  /// A label made unique may be another row's own.
  private static func unique(_ label: String, _ seen: inout [String: Int]) -> String {
    var label = label
    while seen[label] != nil { label += "′" }
    seen[label] = 1
    return label
  }

  private static func text(_ cell: MatrixReader.Cell) -> String {
    if cell.isSecret { return Library.hidden }
    let text = cell.value.stringValue ?? cell.value.json()
    let plain = String(text.map { $0.isNewline || isControl($0) ? " " : $0 })
    guard plain.count > longest else { return plain.isEmpty ? "''" : plain }
    return plain.prefix(longest - 1) + "…"
  }

  private static func isControl(_ character: Character) -> Bool {
    character.unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}
