import Foundation
import GRDB
import MockKit

/// The notifications, as JSON beside when they are due.
enum Notices {
  static let schema = """
    CREATE TABLE notices (id TEXT PRIMARY KEY, due_ms INTEGER, body TEXT NOT NULL);
    CREATE INDEX notices_due ON notices (due_ms) WHERE due_ms IS NOT NULL;
    """

  /// In the order in which they were made.
  static func all(in database: Database) throws -> [Notice] {
    try read(database.rows(sql: "SELECT body FROM notices ORDER BY rowid"))
  }

  static func due(now: Duration, in database: Database) throws -> [Notice] {
    try read(
      database.rows(
        sql: "SELECT body FROM notices WHERE due_ms <= ? ORDER BY due_ms, rowid",
        arguments: [Int64(now / .milliseconds(1))]))
  }

  static func nextDue(after now: Duration, in database: Database) throws -> Duration? {
    try database.value(
      Int64.self, sql: "SELECT MIN(due_ms) FROM notices WHERE due_ms > ?",
      arguments: [Int64(now / .milliseconds(1))]
    ).map { .milliseconds($0) }
  }

  /// The same notification twice is one.
  static func add(_ notice: Notice, in database: Database) throws {
    try database.run(
      sql: "INSERT OR IGNORE INTO notices (id, due_ms, body) VALUES (?, ?, ?)",
      arguments: [notice.id, notice.due, try JSONText.string(notice)])
  }

  /// Does nothing where it is gone, since everything was reset meanwhile.
  static func change(_ notice: Notice, in database: Database) throws {
    try database.run(
      sql: "UPDATE notices SET due_ms = ?, body = ? WHERE id = ?",
      arguments: [notice.due, try JSONText.string(notice), notice.id])
  }

  private static func read(_ rows: [Row]) throws -> [Notice] {
    try rows.map { row in
      let body: String = row["body"]
      return try JSONDecoder().decode(Notice.self, from: Data(body.utf8))
    }
  }
}
