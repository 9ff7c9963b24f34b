import Foundation
import GRDB

/// The orders one side knows, its own and those that came over the link.
enum Orders {
  static let schema = """
    CREATE TABLE orders (
      id TEXT PRIMARY KEY, member_id TEXT NOT NULL, status TEXT NOT NULL,
      version INTEGER NOT NULL, amount_fen INTEGER NOT NULL, items TEXT NOT NULL,
      address TEXT NOT NULL, created_at TEXT NOT NULL, origin TEXT NOT NULL);
    CREATE INDEX orders_by_member ON orders (member_id, created_at);
    """

  static let listKeys = ["created_at", "id"]

  /// Newest first.
  static func page(
    _ request: PageRequest, of member: String, status: Order.Status?, in database: Database
  ) throws -> [Order] {
    let condition = status == nil ? "" : " AND status = ?"
    let rows = try request.fetch(
      "SELECT * FROM orders WHERE member_id = ?\(condition)", by: listKeys, descending: true,
      arguments: StatementArguments([member] + (status.map { [$0.rawValue] } ?? [])),
      in: database)
    return try rows.map(Order.init)
  }

  /// Someone else's order is not found either.
  static func find(_ id: String, of member: String, in database: Database) throws -> Order {
    let sql = "SELECT * FROM orders WHERE id = ? AND member_id = ?"
    let row = try database.row(sql: sql, arguments: [id, member])
    guard let row else { throw ShopError.orderNotFound(id) }
    return try Order(row)
  }

  static func insert(_ order: Order, in database: Database) throws {
    try database.run(
      sql: """
        INSERT INTO orders
        (id, member_id, status, version, amount_fen, items, address, created_at, origin)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        order.orderId, order.memberId, order.status.rawValue, order.version, order.amount.fen,
        try JSONText.string(order.items), try JSONText.string(order.address), order.createdAt,
        order.origin.rawValue,
      ])
  }

  /// Moves an order forward; an older state of it changes nothing.
  static func advance(
    _ id: String, to status: Order.Status, version: Int, in database: Database
  ) throws {
    try database.run(
      sql: "UPDATE orders SET status = ?, version = ? WHERE id = ? AND version < ?",
      arguments: [status.rawValue, version, id, version])
  }

  static func exists(_ id: String, in database: Database) throws -> Bool {
    try database.value(
      Bool.self, sql: "SELECT EXISTS (SELECT 1 FROM orders WHERE id = ?)", arguments: [id]) ?? false
  }
}

extension Order {
  fileprivate init(_ row: Row) throws {
    let decoder = JSONDecoder()
    self.init(
      orderId: row["id"], memberId: row["member_id"],
      status: Status(rawValue: row["status"]) ?? .created, version: row["version"],
      amount: Money(fen: row["amount_fen"]),
      items: try decoder.decode([Item].self, from: row["items"]),
      address: try decoder.decode(Address.self, from: row["address"]),
      createdAt: row["created_at"], origin: ShopSide(rawValue: row["origin"]) ?? .web)
  }
}
