import LinkageCore
import Values

/// Reads `matrix`: the rows for each of which a scenario runs.
struct MatrixReader {
  static let limit = 1_000

  let expressions: ExpressionReader
  private var reader: NodeReader { expressions.reader }

  /// One value of a row, and whether it may be shown.
  struct Cell {
    var key: String
    var value: Value
    var isSecret: Bool
  }

  /// One row for all of a scenario without `matrix`; an unknown one after a report.
  func rows(_ node: YAMLNode?) -> [RowModel?] {
    guard let node else { return [nil] }
    let cells: [[Cell]]? =
      switch node.content {
      case .list(let items): self.listed(items, at: node)
      case .mapping: combined(node)
      default: nil
      }
    guard let cells else {
      if node.scalarText != nil { reader.wrongType(node, "matrix", expected: "list") }
      return [.unknown]
    }
    let labels = RowLabels.labels(for: cells)
    return zip(cells, labels).map { RowModel($0, label: $1) }
  }

  /// `[{ level: gold, off: 10 }, …]`, each row with the same keys.
  private func listed(_ items: [YAMLNode], at node: YAMLNode) -> [[Cell]]? {
    guard isAllowed(items.count, at: node) else { return nil }
    let keys = items.reduce(into: [String]()) {
      $0 = $0.merging($1.keys.compactMap(\.scalarText))
    }
    let rows = items.map { row($0, keys: keys) }
    return rows.contains { $0 == nil } ? nil : rows.compactMap { $0 }
  }

  private func row(_ node: YAMLNode, keys: [String]) -> [Cell]? {
    guard let entries = reader.entries(node, "matrix") else { return nil }
    let given = entries.compactMap(\.key.scalarText)
    for key in keys where !given.contains(key) {
      reader.report(.missingKey(key: key, owner: "matrix"), at: node)
    }
    let cells = entries.map { entry in name(entry.key).flatMap { cell($0, entry.value) } }
    guard given.count == keys.count, !keys.isEmpty else {
      if keys.isEmpty { nothing(at: node) }
      return nil
    }
    return cells.contains { $0 == nil } ? nil : cells.compactMap { $0 }
  }

  /// `{ side: [web, mini], level: [gold, silver] }`: all combinations, the last key changing first.
  private func combined(_ node: YAMLNode) -> [[Cell]]? {
    guard let entries = reader.entries(node, "matrix") else { return nil }
    let columns = entries.map(column)
    let known = columns.compactMap { $0 }
    guard known.count == columns.count else { return nil }
    let count = known.reduce(1) { $0 > Self.limit ? $0 : $0 * $1.count }
    guard isAllowed(known.isEmpty ? 0 : count, at: node) else { return nil }
    return known.reduce([[]]) { rows, column in
      rows.flatMap { row in column.map { row + [$0] } }
    }
  }

  private func column(_ entry: YAMLEntry) -> [Cell]? {
    guard let name = name(entry.key), case .list = entry.value.content else {
      if case .list = entry.value.content { return nil }
      reader.wrongType(entry.value, entry.key.scalarText ?? "matrix", expected: "list")
      return nil
    }
    let items = reader.list(entry.value, name)
    let cells = items.compactMap { cell(name, $0) }
    if items.isEmpty { nothing(at: entry.value) }
    return cells.count == items.count && !cells.isEmpty ? cells : nil
  }

  private func name(_ key: YAMLNode) -> String? {
    guard let name = key.scalarText else { return nil }
    return reader.report(Identifier.problem(withField: name), at: key) ? nil : name
  }

  /// A value that is known while files are read.
  private func cell(_ key: String, _ node: YAMLNode) -> Cell? {
    let own = ExpressionReader(reader, library: expressions.library)
    let known = reader.problems.diagnostics.count
    guard let template = own.template(node, in: .loadTime(expressions.library)) else { return nil }
    if let value = template.constantValue {
      return Cell(key: key, value: value, isSecret: own.mentions.names.contains("secret"))
    }
    if reader.problems.diagnostics.count == known {
      let problem = Problem.invalidValue(
        owner: key, found: node.scalarText ?? node.kindName, expected: "gold, 10, ${env.NAME}")
      reader.report(problem, at: node)
    }
    return nil
  }

  private func isAllowed(_ count: Int, at node: YAMLNode) -> Bool {
    if count == 0 { nothing(at: node) }
    if count > Self.limit { reader.report(.tooManyRows(limit: Self.limit), at: node) }
    return (1...Self.limit).contains(count)
  }

  private func nothing(at node: YAMLNode) {
    reader.report(
      .invalidValue(
        owner: "matrix", found: node.kindName == "list" ? "[]" : "{}",
        expected: "- { level: gold, off: 10 }"), at: node)
  }
}
