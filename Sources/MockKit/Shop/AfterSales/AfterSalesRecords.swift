import GRDB

/// The requests one side knows, of orders of either side.
enum AfterSalesRecords: ListedRecords {
  typealias Record = AfterSales

  static let table = "after_sales"

  static let schema = """
    CREATE TABLE after_sales (
      id TEXT PRIMARY KEY, order_id TEXT NOT NULL, member_id TEXT NOT NULL, status TEXT NOT NULL,
      version INTEGER NOT NULL, requested_at TEXT NOT NULL, body TEXT NOT NULL);
    CREATE INDEX after_sales_by_member ON after_sales (member_id, requested_at, id);
    CREATE INDEX after_sales_by_order ON after_sales (order_id);
    \(followMember)
    """

  static let listKeys = ["requested_at", "id"]

  static func place(_ record: AfterSales) -> [String] { [record.requestedAt, record.afterSalesId] }

  static func missing(_ id: String) -> any Error { AfterSalesError.notFound(id) }

  /// The request of an order that is neither decided nor withdrawn.
  static func open(of order: String, in database: Database) throws -> String? {
    let sql = "SELECT id FROM after_sales WHERE order_id = ? AND status = 'requested'"
    return try database.value(String.self, sql: sql, arguments: [order])
  }

  /// Writes a request down, or a newer state of it; an older one changes nothing.
  static func put(_ request: AfterSales, in database: Database) throws {
    try write(
      request, id: request.afterSalesId, of: request.memberId,
      fixed: ["order_id": request.orderId, "requested_at": request.requestedAt],
      changing: ["status": request.status.rawValue], in: database)
  }
}
