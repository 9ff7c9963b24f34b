import GRDB

/// Logins that went from one platform to the other.
enum Handovers {
  static let schema = """
    CREATE TABLE handovers (
      id TEXT PRIMARY KEY, member_id TEXT NOT NULL, target TEXT NOT NULL, source TEXT,
      issued_at TEXT NOT NULL, expires_at TEXT NOT NULL, entered_at TEXT);
    CREATE INDEX handovers_by_member ON handovers (member_id);
    """

  /// Writes it down; once it was entered, it stays so.
  static func put(_ handover: Handover, in database: Database) throws {
    try database.run(
      sql: """
        INSERT INTO handovers (id, member_id, target, source, issued_at, expires_at, entered_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET entered_at = COALESCE(entered_at, excluded.entered_at)
        """,
      arguments: [
        handover.handoverId, handover.memberId, handover.to, handover.source, handover.issuedAt,
        handover.expiresAt, handover.enteredAt,
      ])
  }

  static func find(_ id: String, in database: Database) throws -> Handover? {
    try database.row(sql: "SELECT * FROM handovers WHERE id = ?", arguments: [id])
      .map(Handover.init)
  }

  /// Someone else's is not found either.
  static func find(_ id: String, of member: String, in database: Database) throws -> Handover {
    guard let handover = try find(id, in: database), handover.memberId == member else {
      throw HandoverError.notFound(id)
    }
    return handover
  }
}

extension Handover {
  fileprivate init(_ row: Row) {
    self.init(
      handoverId: row["id"], memberId: row["member_id"], to: row["target"], source: row["source"],
      issuedAt: row["issued_at"], expiresAt: row["expires_at"], enteredAt: row["entered_at"])
  }
}
