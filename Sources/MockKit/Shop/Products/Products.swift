package import GRDB

/// The catalogue and what is left of it.
///
/// Each side owns a share of the stock and sells from nothing else, so two sides that cannot reach
/// each other do not sell the same piece twice.
package enum Products {
  static let schema = """
    CREATE TABLE products (
      sku TEXT PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL, name_en TEXT NOT NULL,
      price_fen INTEGER NOT NULL, share INTEGER NOT NULL, elsewhere INTEGER NOT NULL)
    """

  package static func insert(
    _ product: Product, at position: Int, share: Int, in database: Database
  ) throws {
    try database.run(
      sql: """
        INSERT INTO products (sku, position, name, name_en, price_fen, share, elsewhere)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        product.sku, position, product.name, product.nameEn, product.price.fen, share,
        product.stock - share,
      ])
  }

  static func all(in database: Database) throws -> [Product] {
    try database.rows(sql: "SELECT * FROM products ORDER BY position").map(Product.init)
  }

  /// In the order of the catalogue.
  static func page(_ request: PageRequest, in database: Database) throws -> [Product] {
    let position = "(SELECT position FROM products WHERE sku = ?)"
    let condition = request.after == nil ? "" : " WHERE position > \(position)"
    let sql = "SELECT * FROM products\(condition) ORDER BY position LIMIT \(request.rows)"
    return try database.rows(sql: sql, arguments: StatementArguments(request.after ?? []))
      .map(Product.init)
  }

  static func find(_ sku: String, in database: Database) throws -> Product? {
    try database.row(sql: "SELECT * FROM products WHERE sku = ?", arguments: [sku])
      .map(Product.init)
  }

  /// Takes pieces out of this side's share.
  static func take(_ quantity: Int, of sku: String, in database: Database) throws {
    let sql = "UPDATE products SET share = share - ? WHERE sku = ? AND share >= ?"
    try database.run(sql: sql, arguments: [quantity, sku, quantity])
    guard database.changesCount == 0 else { return }
    let left = try database.value(
      Int.self, sql: "SELECT share FROM products WHERE sku = ?", arguments: [sku])
    throw ShopError.outOfStock(sku: sku, left: left ?? 0)
  }

  /// Notes what the other side has sold out of its share.
  static func noteSale(_ quantity: Int, of sku: String, in database: Database) throws {
    try database.run(
      sql: "UPDATE products SET elsewhere = elsewhere - ? WHERE sku = ?",
      arguments: [quantity, sku])
  }
}

extension Product {
  fileprivate init(_ row: Row) {
    self.init(
      sku: row["sku"], name: row["name"], nameEn: row["name_en"],
      price: Money(fen: row["price_fen"]), stock: (row["share"] as Int) + row["elsewhere"])
  }
}
