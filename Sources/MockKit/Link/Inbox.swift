import GRDB

/// The ids of events that were applied, so that an event delivered twice is applied once.
enum Inbox {
  static let schema = """
    CREATE TABLE inbox (id TEXT PRIMARY KEY, received_s INTEGER NOT NULL) WITHOUT ROWID
    """

  /// - Returns: whether the id was new.
  static func admit(_ id: String, now: Int64, in database: Database) throws -> Bool {
    try database.run(
      sql: "INSERT OR IGNORE INTO inbox (id, received_s) VALUES (?, ?)", arguments: [id, now])
    return database.changesCount == 1
  }
}
