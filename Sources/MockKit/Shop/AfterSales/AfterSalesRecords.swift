import Foundation
import GRDB

/// The requests one side knows, of orders of either side.
enum AfterSalesRecords {
  static let schema = """
    CREATE TABLE after_sales (
      id TEXT PRIMARY KEY, order_id TEXT NOT NULL, member_id TEXT NOT NULL, status TEXT NOT NULL,
      version INTEGER NOT NULL, requested_at TEXT NOT NULL, body TEXT NOT NULL);
    CREATE INDEX after_sales_by_member ON after_sales (member_id, requested_at, id);
    CREATE INDEX after_sales_by_order ON after_sales (order_id);
    CREATE TRIGGER after_sales_follow_member AFTER UPDATE OF member_id ON after_sales BEGIN
      UPDATE after_sales SET body = json_set(body, '$.memberId', NEW.member_id) WHERE id = NEW.id;
    END;
    """

  static let listKeys = ["requested_at", "id"]

  /// Newest first.
  static func page(
    _ request: PageRequest, of member: String, in database: Database
  ) throws -> [AfterSales] {
    try request.fetch(
      "SELECT body FROM after_sales WHERE member_id = ?", by: listKeys, descending: true,
      arguments: [member], in: database
    ).map(read)
  }

  /// - Parameter member: someone else's is not found either; without one, anyone's is.
  static func find(
    _ id: String, of member: String? = nil, in database: Database
  ) throws -> AfterSales {
    let sql = "SELECT body FROM after_sales WHERE id = ?1 AND (?2 IS NULL OR member_id = ?2)"
    guard let row = try database.row(sql: sql, arguments: [id, member]) else {
      throw AfterSalesError.notFound(id)
    }
    return try read(row)
  }

  /// The request of an order that is neither decided nor withdrawn.
  static func open(of order: String, in database: Database) throws -> String? {
    let sql = "SELECT id FROM after_sales WHERE order_id = ? AND status = 'requested'"
    return try database.value(String.self, sql: sql, arguments: [order])
  }

  /// Writes a request down, or a newer state of it; an older one changes nothing.
  static func put(_ request: AfterSales, in database: Database) throws {
    try database.run(
      sql: """
        INSERT INTO after_sales (id, order_id, member_id, status, version, requested_at, body)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET
          status = excluded.status, version = excluded.version, body = excluded.body
        WHERE excluded.version > version
        """,
      arguments: [
        request.afterSalesId, request.orderId, request.memberId, request.status.rawValue,
        request.version, request.requestedAt, try JSONText.string(request),
      ])
  }

  private static func read(_ row: Row) throws -> AfterSales {
    let body: String = row["body"]
    return try JSONDecoder().decode(AfterSales.self, from: Data(body.utf8))
  }
}
