package import GRDB

/// Numbers that never repeat in one database, kept in it so that a restart goes on counting.
package enum Counter: String, Sendable {
  case member, order, entry, coupon, event, afterSales, inquiry, solution, group, form

  package func next(in database: Database) throws -> UInt64 {
    let value = try database.value(
      Int64.self,
      sql: """
        INSERT INTO counters (name, value) VALUES (?, 1)
        ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value
        """,
      arguments: [rawValue])
    return UInt64(value ?? 0)
  }

  static let schema = "CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL)"
}
