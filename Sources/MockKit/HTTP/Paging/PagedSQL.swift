import GRDB

extension PageRequest {
  /// One page of a query by its sort key.
  ///
  /// - Parameters:
  ///   - sql: a query up to its `WHERE` clause, complete with one condition at least.
  ///   - keys: the columns it is sorted by; together they are unique.
  ///   - arguments: of the query.
  func fetch(
    _ sql: String, by keys: [String], descending: Bool = false,
    arguments: StatementArguments = [], in database: Database
  ) throws -> [Row] {
    let columns = keys.joined(separator: ", ")
    let marks = keys.map { _ in "?" }.joined(separator: ", ")
    let condition = after == nil ? "" : " AND (\(columns)) \(descending ? "<" : ">") (\(marks))"
    let order = keys.map { $0 + (descending ? " DESC" : "") }.joined(separator: ", ")
    return try database.rows(
      sql: "\(sql)\(condition) ORDER BY \(order) LIMIT \(rows)",
      arguments: arguments + StatementArguments(after ?? []))
  }
}
