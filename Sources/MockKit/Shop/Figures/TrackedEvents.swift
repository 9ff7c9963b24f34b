import GRDB

/// What people did on both platforms, as far as one side knows.
enum TrackedEvents {
  static let schema = """
    CREATE TABLE tracked_events (
      id TEXT PRIMARY KEY, platform TEXT NOT NULL, event TEXT NOT NULL, visitor TEXT,
      member_id TEXT, page TEXT, entry_key TEXT, source TEXT, function TEXT,
      at_ms INTEGER NOT NULL);
    CREATE INDEX tracked_events_by_member ON tracked_events (member_id);
    """

  /// Writes it down; the same one again changes nothing.
  ///
  /// - Returns: whether it is new.
  static func insert(_ event: TrackedEvent, in database: Database) throws -> Bool {
    try database.run(
      sql: """
        INSERT OR IGNORE INTO tracked_events
        (id, platform, event, visitor, member_id, page, entry_key, source, function, at_ms)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        event.eventId, event.platform.rawValue, event.event.rawValue, event.visitor,
        event.memberId, event.page, event.entryKey, event.source, event.function, event.atMs,
      ])
    return database.changesCount == 1
  }

  /// When it was written down, in ms since 1970.
  static func moment(of id: String, in database: Database) throws -> Int64? {
    let sql = "SELECT at_ms FROM tracked_events WHERE id = ?"
    return try database.value(Int64.self, sql: sql, arguments: [id])
  }
}
