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

  /// Does nothing where there is stock already.
  ///
  /// - Parameter version: of every level: higher than any that a platform may have heard of.
  package static func seed(
    _ items: [SeedData.Item], version: Int, in database: MockDatabase
  ) async throws {
    try await database.write { database in
      guard try StockBook.all(in: database).isEmpty else { return }
      for item in items {
        let level = StockLevel(
          sku: item.sku, stock: item.stock, reserved: 0, version: version)
        try StockBook.insert(level, in: database)
      }
    }
  }
}
