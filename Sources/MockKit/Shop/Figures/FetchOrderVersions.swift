import GRDB

/// Asks the other platform which orders of some days it has, and in which state.
struct FetchOrderVersions: PeerCommand {
  static let type = "order.versions"

  /// RFC 3339.
  let start: String
  let end: String

  init(_ days: FigureDays) { (start, end) = days.bounds }

  func decide(_ change: ShopChange) throws -> [String: Int] { try find(in: change.database) }

  /// The versions of the orders that were made in that time, whoever made them.
  func find(in database: Database) throws -> [String: Int] {
    let sql = "SELECT id, version FROM orders WHERE created_at >= ? AND created_at < ?"
    let rows = try database.rows(sql: sql, arguments: [start, end])
    return Dictionary(rows.map { ($0["id"], $0["version"]) }) { first, _ in first }
  }
}
