import GRDB

/// Makes one member of two that registered with the same phone number, one on each side, before
/// either had heard of the other. The smaller id survives, so both sides choose the same one.
enum MemberMerge {
  /// The id under which a member lives on, which is its own unless it was merged.
  static func survivor(of id: String, in database: Database) throws -> String {
    let sql = "SELECT survivor FROM member_aliases WHERE merged = ?"
    return try database.value(String.self, sql: sql, arguments: [id]) ?? id
  }

  /// The id under which a member lives on here; `nil` where nobody has heard of it.
  static func known(_ id: String, in database: Database) throws -> String? {
    try database.value(String.self, sql: known("?1"), arguments: [id])
  }

  /// SQL that selects that id.
  static func known(_ id: String) -> String {
    """
    SELECT id FROM members
    WHERE id = COALESCE((SELECT survivor FROM member_aliases WHERE merged = \(id)), \(id))
    """
  }

  static func merge(_ incoming: MemberRecord, with local: String, in database: Database) throws {
    let record = try Members.require(local, in: database)
    let survivor = min(incoming.memberId, local)
    let merged = max(incoming.memberId, local)
    try database.run(
      sql: "INSERT OR IGNORE INTO member_aliases (merged, survivor) VALUES (?, ?)",
      arguments: [merged, survivor])
    if survivor == incoming.memberId { try replace(local, by: incoming, in: database) }
    try Members.update(joined(record, incoming, as: survivor), in: database)
  }

  private static func replace(
    _ local: String, by incoming: MemberRecord, in database: Database
  ) throws {
    try database.run(sql: "UPDATE members SET deleted = 1 WHERE id = ?", arguments: [local])
    try Members.insert(incoming, in: database)
    for table in ["sessions", "credentials", "bindings", "orders", "points", "after_sales", "news"]
    {
      try database.run(
        sql: "UPDATE \(table) SET member_id = ? WHERE member_id = ?",
        arguments: [incoming.memberId, local])
    }
  }

  /// The latest profile, and the higher level.
  private static func joined(
    _ one: MemberRecord, _ other: MemberRecord, as id: String
  ) -> MemberRecord {
    let latest = other.supersedes(one) ? other : one
    return MemberRecord(
      memberId: id, phone: one.phone, name: latest.name, level: max(one.level, other.level),
      version: latest.version, origin: latest.origin)
  }
}
