import Foundation
import GRDB

/// The table of events that were committed with their change and not yet delivered.
enum Outbox {
  static let schema = """
    CREATE TABLE outbox (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, subject TEXT NOT NULL, lane TEXT NOT NULL,
      traceparent TEXT NOT NULL, body BLOB NOT NULL, committed_ns INTEGER NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0, not_before_ns INTEGER NOT NULL DEFAULT 0,
      dead INTEGER NOT NULL DEFAULT 0, reason TEXT)
    """

  /// - Returns: its place in the order of commits.
  static func append(_ entry: OutboxEntry, in database: Database) throws -> Int64 {
    try database.run(
      sql: """
        INSERT INTO outbox (id, type, subject, lane, traceparent, body, committed_ns)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        entry.id, entry.type, entry.subject, entry.lane, entry.traceparent, entry.body,
        Int64(entry.committed / .nanoseconds(1)),
      ])
    return database.lastInsertedRowID
  }

  static func pending(in database: Database) throws -> [OutboxEntry] {
    try database.rows(sql: "SELECT * FROM outbox WHERE dead = 0 ORDER BY sequence")
      .map(OutboxEntry.init)
  }

  static func deadLetters(in database: Database) throws -> [DeadLetter] {
    let sql = "SELECT * FROM outbox WHERE dead = 1 ORDER BY sequence"
    return try database.rows(sql: sql).map { row in
      DeadLetter(
        event: row["id"], type: row["type"], subject: row["subject"],
        committedAt: MockClock.timestamp(.nanoseconds(row["committed_ns"] as Int64)),
        attempts: row["attempts"], reason: row["reason"] ?? "")
    }
  }

  /// Whether an event of a lane was given up.
  static func isDead(_ lane: String, in database: Database) throws -> Bool {
    let sql = "SELECT EXISTS (SELECT 1 FROM outbox WHERE dead = 1 AND lane = ?)"
    return try database.value(Bool.self, sql: sql, arguments: [lane]) ?? false
  }

  static func remove(_ sequences: [Int64], in database: Database) throws {
    let statement = try database.cachedStatement(sql: "DELETE FROM outbox WHERE sequence = ?")
    for sequence in sequences { try statement.execute(arguments: [sequence]) }
  }

  /// Notes how often it was tried, and when it is due again.
  static func note(_ entry: OutboxEntry, in database: Database) throws {
    try database.run(
      sql: "UPDATE outbox SET attempts = ?, not_before_ns = ? WHERE sequence = ?",
      arguments: [
        entry.attempts, Int64(entry.notBefore / .nanoseconds(1)), entry.sequence,
      ])
  }

  static func bury(
    _ sequence: Int64, attempts: Int, reason: String, in database: Database
  ) throws {
    try database.run(
      sql: "UPDATE outbox SET dead = 1, attempts = ?, reason = ? WHERE sequence = ?",
      arguments: [attempts, reason, sequence])
  }

  /// Gives every dead letter, or the one of that event, a new life.
  static func revive(_ event: String?, in database: Database) throws -> [OutboxEntry] {
    let dead = "dead = 1 AND (?1 IS NULL OR id = ?1)"
    let entries = try database.rows(
      sql: "SELECT * FROM outbox WHERE \(dead) ORDER BY sequence", arguments: [event])
    try database.run(
      sql:
        "UPDATE outbox SET dead = 0, attempts = 0, not_before_ns = 0, reason = NULL WHERE \(dead)",
      arguments: [event])
    return entries.map(OutboxEntry.init).map { entry in
      var entry = entry
      (entry.attempts, entry.notBefore) = (0, .zero)
      return entry
    }
  }
}

extension OutboxEntry {
  fileprivate init(_ row: Row) {
    self.init(
      sequence: row["sequence"], id: row["id"], type: row["type"], subject: row["subject"],
      lane: row["lane"], traceparent: row["traceparent"], body: row["body"],
      committed: .nanoseconds(row["committed_ns"] as Int64), attempts: row["attempts"],
      notBefore: .nanoseconds(row["not_before_ns"] as Int64))
  }
}
