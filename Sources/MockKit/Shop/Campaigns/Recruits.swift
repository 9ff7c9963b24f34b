import GRDB

/// The friends whom members brought, as far as one side knows.
enum Recruits {
  static let schema = """
    CREATE TABLE recruits (
      kind TEXT NOT NULL, friend TEXT NOT NULL, member_id TEXT NOT NULL, entry_key TEXT,
      points INTEGER NOT NULL, joined_at TEXT NOT NULL, voided_at TEXT,
      PRIMARY KEY (kind, friend)) WITHOUT ROWID;
    CREATE INDEX recruits_by_member ON recruits (member_id, kind, joined_at);
    CREATE INDEX recruits_by_entry ON recruits (entry_key);
    """

  /// How many members brought how much.
  struct Total: Sendable {
    let friends: Int
    let points: Int
  }

  /// Writes it down; once it does not count, it stays so.
  static func put(_ recruit: Recruit, in database: Database) throws {
    try database.run(
      sql: """
        INSERT INTO recruits (kind, friend, member_id, entry_key, points, joined_at, voided_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (kind, friend) DO UPDATE SET voided_at = COALESCE(voided_at, excluded.voided_at)
        """,
      arguments: [
        recruit.kind.rawValue, recruit.friendId, recruit.memberId, recruit.entryKey,
        recruit.points, recruit.joinedAt, recruit.voidedAt,
      ])
  }

  static func total(
    _ kind: Recruit.Kind, by member: String, in database: Database
  ) throws -> Total {
    let sql = """
      SELECT COUNT(*) AS friends, COALESCE(SUM(points), 0) AS points FROM recruits
      WHERE member_id = ? AND kind = ? AND voided_at IS NULL
      """
    let row = try database.row(sql: sql, arguments: [member, kind.rawValue])
    return row.map { Total(friends: $0["friends"], points: $0["points"]) }
      ?? Total(friends: 0, points: 0)
  }

  /// How many friends have brought a member points since a moment, also where they were taken back.
  static func count(
    _ kind: Recruit.Kind, by member: String, since moment: String, in database: Database
  ) throws -> Int {
    let sql = """
      SELECT COUNT(*) FROM recruits
      WHERE member_id = ? AND kind = ? AND joined_at >= ? AND points > 0
      """
    return try database.value(Int.self, sql: sql, arguments: [member, kind.rawValue, moment]) ?? 0
  }

  /// Whether whoever has the member's phone number was brought before, if only as another member who
  /// is gone.
  static func hasCounted(
    _ kind: Recruit.Kind, _ member: String, in database: Database
  ) throws -> Bool {
    let sql = """
      SELECT EXISTS (
        SELECT 1 FROM members JOIN members AS same ON same.phone = members.phone
        JOIN recruits ON recruits.kind = ?2 AND friend = same.id
        WHERE members.id = ?1)
      """
    return try database.value(Bool.self, sql: sql, arguments: [member, kind.rawValue]) ?? false
  }

  /// Those that count by which a member was brought, the first one first: more than one after a merge.
  static func standing(
    _ kind: Recruit.Kind, friend: String, in database: Database
  ) throws -> [Recruit] {
    let sql = """
      SELECT * FROM recruits
      WHERE kind = ?2 AND voided_at IS NULL
        AND (friend = ?1 OR friend IN (SELECT merged FROM member_aliases WHERE survivor = ?1))
      ORDER BY joined_at, friend
      """
    return try database.rows(sql: sql, arguments: [friend, kind.rawValue]).map(Recruit.init)
  }
}

extension Recruit {
  fileprivate init(_ row: Row) {
    self.init(
      kind: Kind(rawValue: row["kind"]) ?? .referral, friendId: row["friend"],
      memberId: row["member_id"], entryKey: row["entry_key"], points: row["points"],
      joinedAt: row["joined_at"], voidedAt: row["voided_at"])
  }
}
