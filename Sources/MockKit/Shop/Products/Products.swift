package import GRDB

/// The catalogue, and what the counter system said last that it has.
package enum Products {
  static let schema = """
    CREATE TABLE products (
      sku TEXT PRIMARY KEY, position INTEGER NOT NULL UNIQUE, name TEXT NOT NULL,
      name_en TEXT NOT NULL, category TEXT NOT NULL, price_fen INTEGER NOT NULL,
      stock INTEGER NOT NULL, stock_version INTEGER NOT NULL, uses INTEGER,
      version INTEGER NOT NULL)
    """

  package static func insert(
    _ product: Product, at position: Int, in database: Database
  ) throws {
    try database.run(
      sql: """
        INSERT INTO products
        (sku, position, name, name_en, category, price_fen, stock, stock_version, uses, version)
        VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?)
        """,
      arguments: [
        product.sku, position, product.name, product.nameEn, product.category, product.price.fen,
        product.stock, product.uses, product.version,
      ])
  }

  static func isEmpty(in database: Database) throws -> Bool {
    try database.row(sql: "SELECT 1 FROM products LIMIT 1") == nil
  }

  /// In the order of the catalogue.
  ///
  /// - Parameter category: only products of this one.
  static func page(
    _ request: PageRequest, of category: String?, in database: Database
  ) throws -> [Product] {
    let sql = """
      SELECT * FROM products
      WHERE (?1 IS NULL OR category = ?1)
        AND position > COALESCE((SELECT position FROM products WHERE sku = ?2), -1)
      ORDER BY position LIMIT ?3
      """
    return try database.rows(
      sql: sql, arguments: [category, request.after?.first, request.rows]
    ).map(Product.init)
  }

  static func find(_ sku: String, in database: Database) throws -> Product? {
    try database.row(sql: "SELECT * FROM products WHERE sku = ?", arguments: [sku])
      .map(Product.init)
  }

  /// A product with the tag of what is shown of it.
  static func require(
    _ sku: String, in database: Database
  ) throws -> (product: Product, tag: EntityTag) {
    let row = try database.row(sql: "SELECT * FROM products WHERE sku = ?", arguments: [sku])
    guard let row else { throw ProductError.notFound(sku) }
    let stockVersion: Int = row["stock_version"]
    let product = Product(row)
    return (product, EntityTag(version: product.version, variant: ["\(stockVersion)"]))
  }

  /// Notes what the website says of a product; what it said before that changes nothing.
  static func relist(_ listing: ProductListing, in database: Database) throws {
    try database.run(
      sql: """
        UPDATE products SET name = ?1, name_en = ?2, category = ?3, price_fen = ?4, version = ?5
        WHERE sku = ?6 AND version < ?5
        """,
      arguments: [
        listing.name, listing.nameEn, listing.category, listing.price.fen, listing.version,
        listing.sku,
      ])
  }

  /// Notes what the counter has; what it had before that changes nothing.
  static func note(_ level: StockLevel, in database: Database) throws {
    try database.run(
      sql: """
        UPDATE products SET stock = ?1, stock_version = ?2 WHERE sku = ?3 AND stock_version < ?2
        """,
      arguments: [level.stock, level.version, level.sku])
  }
}

extension Product {
  fileprivate init(_ row: Row) {
    self.init(
      sku: row["sku"], name: row["name"], nameEn: row["name_en"], category: row["category"],
      price: Money(fen: row["price_fen"]), stock: row["stock"], uses: row["uses"],
      version: row["version"])
  }
}
