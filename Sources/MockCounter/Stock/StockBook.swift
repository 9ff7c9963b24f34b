import GRDB
import MockKit

/// What there is of each product. Nothing is ever sold that is not there: the table itself refuses.
enum StockBook {
  static let schema = """
    CREATE TABLE stock (
      sku TEXT PRIMARY KEY, stock INTEGER NOT NULL CHECK (stock >= 0),
      reserved INTEGER NOT NULL CHECK (reserved >= 0), version INTEGER NOT NULL)
    """

  static func insert(_ level: StockLevel, in database: Database) throws {
    try database.run(
      sql: "INSERT INTO stock (sku, stock, reserved, version) VALUES (?, ?, ?, ?)",
      arguments: [level.sku, level.stock, level.reserved, level.version])
  }

  static func all(in database: Database) throws -> [StockLevel] {
    try database.rows(sql: "SELECT * FROM stock ORDER BY rowid").map(StockLevel.init)
  }

  static func find(_ sku: String, in database: Database) throws -> StockLevel {
    let row = try database.row(sql: "SELECT * FROM stock WHERE sku = ?", arguments: [sku])
    guard let row else { throw CounterError.unknownProduct(sku) }
    return StockLevel(row)
  }

  /// Moves pieces, where there are as many.
  ///
  /// - Parameters:
  ///   - stock: added to what can be sold.
  ///   - reserved: added to what is kept for orders.
  ///   - floor: what must be left at least.
  static func add(
    stock: Int, reserved: Int, of sku: String, floor: Int = 0, in database: Database
  ) throws -> StockLevel {
    let row = try database.row(
      sql: """
        UPDATE stock SET stock = stock + ?1, reserved = reserved + ?2, version = version + 1
        WHERE sku = ?3 AND (?1 >= 0 OR stock + ?1 >= ?4) AND reserved + ?2 >= 0 RETURNING *
        """,
      arguments: [stock, reserved, sku, floor])
    if let row { return StockLevel(row) }
    throw CounterError.outOfStock(sku: sku, left: try find(sku, in: database).stock)
  }
}

extension StockLevel {
  fileprivate init(_ row: Row) {
    self.init(
      sku: row["sku"], stock: row["stock"], reserved: row["reserved"], version: row["version"])
  }
}
