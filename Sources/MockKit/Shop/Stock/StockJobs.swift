import GRDB

/// What the counter is still to be told: an outbox for it.
enum StockJobs {
  struct Batch: Sendable {
    let first: Int64
    let last: Int64
    let changes: StockChanges
  }

  static let schema = """
    CREATE TABLE stock_jobs (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT, order_id TEXT NOT NULL, action TEXT NOT NULL)
    """

  private static let batch = 200

  static func add(
    _ action: StockChanges.Action, of order: String, by shop: Shop, in database: Database
  ) throws {
    try database.run(
      sql: "INSERT INTO stock_jobs (order_id, action) VALUES (?, ?)",
      arguments: [order, action.rawValue])
    let chore = shop.desk.chores.stock
    database.afterNextTransaction { _ in chore.wake() }
  }

  static func next(in database: Database) throws -> Batch? {
    let rows = try database.rows(
      sql: "SELECT * FROM stock_jobs ORDER BY sequence LIMIT ?", arguments: [batch])
    guard let first = rows.first, let last = rows.last else { return nil }
    let changes = rows.map { row in
      StockChanges.Change(
        orderId: row["order_id"],
        action: StockChanges.Action(rawValue: row["action"]) ?? .release)
    }
    return Batch(
      first: first["sequence"], last: last["sequence"], changes: StockChanges(changes: changes))
  }

  static func remove(to last: Int64, in database: Database) throws {
    try database.run(sql: "DELETE FROM stock_jobs WHERE sequence <= ?", arguments: [last])
  }
}
