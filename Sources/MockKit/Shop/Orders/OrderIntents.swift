import GRDB

/// What is about to be ordered: written down before anything is taken for it.
enum OrderIntents {
  static let schema = """
    CREATE TABLE order_intents (
      order_id TEXT PRIMARY KEY, member_id TEXT NOT NULL, coupon_id TEXT) WITHOUT ROWID
    """

  static func add(_ claim: OrderClaim, in database: Database) throws {
    try database.run(
      sql: "INSERT INTO order_intents (order_id, member_id, coupon_id) VALUES (?, ?, ?)",
      arguments: [claim.orderId, claim.memberId, claim.couponId])
  }

  /// - Returns: whether it was there.
  static func remove(_ order: String, in database: Database) throws -> Bool {
    try database.run(sql: "DELETE FROM order_intents WHERE order_id = ?", arguments: [order])
    return database.changesCount == 1
  }

  static func all(in database: Database) throws -> [OrderClaim] {
    try database.rows(sql: "SELECT * FROM order_intents ORDER BY order_id").map { row in
      OrderClaim(
        orderId: row["order_id"], memberId: row["member_id"], couponId: row["coupon_id"])
    }
  }
}
