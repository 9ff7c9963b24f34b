package import GRDB

/// The kinds of products, in the order in which they are shown.
package enum Categories {
  static let schema = """
    CREATE TABLE categories (
      category TEXT PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL,
      name_en TEXT NOT NULL)
    """

  package static func insert(
    _ category: Category, at position: Int, in database: Database
  ) throws {
    try database.run(
      sql: "INSERT INTO categories (category, position, name, name_en) VALUES (?, ?, ?, ?)",
      arguments: [category.category, position, category.name, category.nameEn])
  }

  static func all(in database: Database) throws -> [Category] {
    try database.rows(sql: "SELECT * FROM categories ORDER BY position").map { row in
      Category(category: row["category"], name: row["name"], nameEn: row["name_en"])
    }
  }
}
