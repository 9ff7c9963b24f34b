import GRDB

/// Who came by which entry.
enum EntryVisits {
  static let schema = """
    CREATE TABLE entry_visits (
      id TEXT PRIMARY KEY, entry_key TEXT NOT NULL, scene INTEGER NOT NULL, openid TEXT,
      member_id TEXT, opened_at TEXT NOT NULL);
    CREATE INDEX entry_visits_by_key ON entry_visits (entry_key, opened_at);
    CREATE INDEX entry_visits_by_member ON entry_visits (member_id);
    """

  /// Shown at most.
  private static let most = 100

  /// Writes it down; the same one again changes nothing.
  static func insert(_ visit: EntryVisit, in database: Database) throws {
    try database.run(
      sql: """
        INSERT OR IGNORE INTO entry_visits (id, entry_key, scene, openid, member_id, opened_at)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        visit.visitId, visit.entryKey, visit.scene, visit.openid, visit.memberId, visit.openedAt,
      ])
  }

  static func count(of key: String, in database: Database) throws -> Int {
    let sql = "SELECT COUNT(*) FROM entry_visits WHERE entry_key = ?"
    return try database.value(Int.self, sql: sql, arguments: [key]) ?? 0
  }

  /// The newest ones first. Whoever was no member then, and is bound to one since, is that member.
  static func list(of key: String, in database: Database) throws -> [EntryVisit] {
    let sql = """
      SELECT entry_visits.*, COALESCE(entry_visits.member_id, bindings.member_id) AS member
      FROM entry_visits LEFT JOIN bindings ON bindings.openid = entry_visits.openid
      WHERE entry_key = ? ORDER BY opened_at DESC, id LIMIT \(most)
      """
    return try database.rows(sql: sql, arguments: [key]).map(EntryVisit.init)
  }
}

extension EntryVisit {
  fileprivate init(_ row: Row) {
    self.init(
      visitId: row["id"], entryKey: row["entry_key"], scene: row["scene"], openid: row["openid"],
      memberId: row["member"], openedAt: row["opened_at"])
  }
}
