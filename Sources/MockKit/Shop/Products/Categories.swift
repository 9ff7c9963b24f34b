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

  /// Where a new one stands: behind all others.
  static func next(in database: Database) throws -> Int {
    try database.value(Int.self, sql: "SELECT COALESCE(MAX(position), -1) + 1 FROM categories") ?? 0
  }

  /// Refuses one that does not exist.
  static func check(_ category: String, in database: Database) throws {
    let known = try all(in: database).map(\.category)
    guard known.contains(category) else {
      throw InvalidRequest(
        field: "category", reason: .outside("one of \(known.joined(separator: ", "))"))
    }
  }

  static func all(in database: Database) throws -> [Category] {
    try database.rows(sql: "SELECT * FROM categories ORDER BY position").map { row in
      Category(category: row["category"], name: row["name"], nameEn: row["name_en"])
    }
  }
}
