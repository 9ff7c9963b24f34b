package import GRDB

/// The orders that somebody began to pay with WeChat, on the mini-program's side.
package enum WeChatPayments {
  /// A payment beside the state of its order.
  package struct Record: Sendable {
    package let orderId: String
    package let amount: Money
    package let order: Order.Status
    /// What the member is to get back of the order.
    package let toRefund: Money
    package let transactionID: String?
    package let isClosed: Bool
    let paidAt: String?
    /// What was asked back.
    let refund: Money?
    let refundedAt: String?
    /// When to ask the platform, in milliseconds since 1970.
    package let check: Int64
  }

  static let schema = """
    CREATE TABLE wechat_payments (
      order_id TEXT PRIMARY KEY, amount_fen INTEGER NOT NULL, check_ms INTEGER NOT NULL,
      is_closed INTEGER NOT NULL DEFAULT 0, transaction_id TEXT, paid_at TEXT,
      refund_fen INTEGER, refunded_at TEXT) WITHOUT ROWID;
    """

  private static let records = """
    SELECT wechat_payments.*, status, json_extract(body, '$.refundedAmount') AS refund_text
    FROM wechat_payments JOIN orders ON orders.id = order_id
    """

  package static func find(_ order: String, in database: Database) throws -> Record? {
    try database.row(sql: "\(records) WHERE order_id = ?", arguments: [order]).map(Record.init)
  }

  /// Those about which something is to be done, now or later.
  package static func open(in database: Database) throws -> [Record] {
    let sql = """
      \(records) WHERE (transaction_id IS NULL AND NOT is_closed)
      OR (transaction_id IS NOT NULL AND refund_fen IS NULL
        AND status IN ('created', 'cancelled', 'refunded'))
      ORDER BY order_id
      """
    return try database.rows(sql: sql).map(Record.init)
  }

  /// Begins, or goes on where it was begun.
  package static func begin(
    _ order: String, amount: Money, check: Duration, in database: Database
  ) throws {
    try database.run(
      sql: """
        INSERT INTO wechat_payments (order_id, amount_fen, check_ms) VALUES (?, ?, ?)
        ON CONFLICT (order_id) DO UPDATE SET check_ms = excluded.check_ms
        """,
      arguments: [order, amount.fen, Int64(check / .milliseconds(1))])
  }

  package static func postpone(
    _ order: String, to check: Duration, in database: Database
  ) throws {
    try database.run(
      sql: "UPDATE wechat_payments SET check_ms = ? WHERE order_id = ?",
      arguments: [Int64(check / .milliseconds(1)), order])
  }

  package static func close(_ order: String, in database: Database) throws {
    try database.run(
      sql: "UPDATE wechat_payments SET is_closed = 1 WHERE order_id = ?", arguments: [order])
  }

  /// Notes the first transaction; the same news again changes nothing.
  package static func note(
    _ transaction: String, of order: String, at time: String, in database: Database
  ) throws {
    try database.run(
      sql: """
        UPDATE wechat_payments SET transaction_id = ?, paid_at = ?
        WHERE order_id = ? AND transaction_id IS NULL
        """,
      arguments: [transaction, time, order])
  }

  package static func noteRefund(
    _ amount: Money, of order: String, in database: Database
  ) throws {
    try database.run(
      sql: "UPDATE wechat_payments SET refund_fen = ? WHERE order_id = ?",
      arguments: [amount.fen, order])
  }

  package static func noteRefunded(
    _ order: String, at time: String, in database: Database
  ) throws {
    try database.run(
      sql: """
        UPDATE wechat_payments SET refunded_at = ? WHERE order_id = ? AND refunded_at IS NULL
        """,
      arguments: [time, order])
  }
}

extension WeChatPayments.Record {
  fileprivate init(_ row: Row) throws {
    orderId = row["order_id"]
    amount = Money(fen: row["amount_fen"])
    order = Order.Status(rawValue: row["status"]) ?? .created
    let text: String? = row["refund_text"]
    toRefund = text.flatMap { Money($0) } ?? amount
    transactionID = row["transaction_id"]
    isClosed = row["is_closed"]
    paidAt = row["paid_at"]
    refund = (row["refund_fen"] as Int?).map { Money(fen: $0) }
    refundedAt = row["refunded_at"]
    check = row["check_ms"]
  }
}
