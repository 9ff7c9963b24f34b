package import GRDB

/// The tables of WeChat Pay.
package enum PaySchema {
  package static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("first") { database in
      for statement in [Payments.schema, Refunds.schema, Notices.schema] {
        try database.execute(sql: statement)
      }
    }
    return migrator
  }
}
