package import GRDB
package import MockKit

/// The counter system's tables, and what they begin with.
package enum CounterSchema {
  package static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("first") { database in
      try database.execute(sql: StockBook.schema)
      try database.execute(sql: Reservations.schema)
    }
    return migrator
  }

  /// Does nothing where it was done already, whatever has become of it.
  ///
  /// - Parameter version: of every level: higher than any that a platform may have heard of.
  package static func seed(
    _ items: [SeedData.Item], version: Int, in database: MockDatabase
  ) async throws {
    try await database.write { database in
      guard try Int.fetchOne(database, sql: "PRAGMA user_version") == 0 else { return }
      try database.execute(sql: "PRAGMA user_version = 1")
      for item in items { try insert(item, version: version, in: database) }
    }
  }

  /// Begins to keep another product.
  package static func insert(_ item: SeedData.Item, in database: Database) throws {
    try insert(item, version: 1, in: database)
  }

  private static func insert(
    _ item: SeedData.Item, version: Int, in database: Database
  ) throws {
    let level = StockLevel(sku: item.sku, stock: item.stock, reserved: 0, version: version)
    try StockBook.insert(level, in: database)
  }
}
