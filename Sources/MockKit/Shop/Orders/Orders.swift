import GRDB

/// The orders one side knows, its own and those that came over the link.
enum Orders: ListedRecords {
  typealias Record = Order

  static let table = "orders"

  /// The body is the order's JSON; it follows the member when that is merged with another.
  static let schema = """
    CREATE TABLE orders (
      id TEXT PRIMARY KEY, member_id TEXT NOT NULL, status TEXT NOT NULL,
      version INTEGER NOT NULL, amount_fen INTEGER NOT NULL, created_at TEXT NOT NULL,
      origin TEXT NOT NULL, due_ms INTEGER, body TEXT NOT NULL);
    CREATE INDEX orders_by_member ON orders (member_id, created_at, id);
    CREATE INDEX orders_to_be_paid ON orders (due_ms) WHERE due_ms IS NOT NULL;
    \(followMember)
    """

  static let listKeys = ["created_at", "id"]

  static func place(_ record: Order) -> [String] { [record.createdAt, record.orderId] }

  /// Newest first.
  static func page(
    _ request: PageRequest, of member: String, status: Order.Status?, in database: Database
  ) throws -> [Order] {
    let condition = status == nil ? "" : " AND status = ?"
    let rows = try request.fetch(
      "SELECT body FROM orders WHERE member_id = ?\(condition)", by: listKeys, descending: true,
      arguments: StatementArguments([member] + (status.map { [$0.rawValue] } ?? [])),
      in: database)
    return try rows.map(read)
  }

  static func missing(_ id: String) -> any Error { OrderError.notFound(id) }

  /// Writes an order down, or a newer state of it; an older one changes nothing.
  ///
  /// - Parameters:
  ///   - due: until when it is to be paid, on the side that sees to it.
  ///   - always: also an older state.
  /// - Returns: whether it was news.
  @discardableResult
  static func put(
    _ order: Order, due: Duration? = nil, always: Bool = false, in database: Database
  ) throws -> Bool {
    try database.run(
      sql: """
        INSERT INTO orders
        (id, member_id, status, version, amount_fen, created_at, origin, due_ms, body)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET
          status = excluded.status, version = excluded.version, due_ms = excluded.due_ms,
          body = excluded.body
        WHERE excluded.version > version OR ?
        """,
      arguments: [
        order.orderId, order.memberId, order.status.rawValue, order.version, order.amount.fen,
        order.createdAt, order.origin.rawValue, due.map { Int64($0 / .milliseconds(1)) },
        try JSONText.string(order), always,
      ])
    return database.changesCount == 1
  }
}

/// Orders that wait to be paid, on the side where they were made.
extension Orders {
  static func isOverdue(_ id: String, now: Duration, in database: Database) throws -> Bool {
    let sql = "SELECT due_ms <= ? FROM orders WHERE id = ? AND due_ms IS NOT NULL"
    return try database.value(
      Bool.self, sql: sql, arguments: [Int64(now / .milliseconds(1)), id]) ?? false
  }

  static func overdue(now: Duration, limit: Int, in database: Database) throws -> [Order] {
    let sql = "SELECT body FROM orders WHERE due_ms <= ? ORDER BY due_ms LIMIT ?"
    return try database.rows(sql: sql, arguments: [Int64(now / .milliseconds(1)), limit]).map(read)
  }

  static func nextDue(in database: Database) throws -> Duration? {
    let sql = "SELECT MIN(due_ms) FROM orders WHERE due_ms IS NOT NULL"
    return try database.value(Int64.self, sql: sql).map { .milliseconds($0) }
  }
}
