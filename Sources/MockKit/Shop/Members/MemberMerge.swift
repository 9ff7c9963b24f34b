import GRDB

/// Makes one member of two who turn out to be one person, once and for good: two registrations with
/// the same phone number, one on each side, or a WeChat user who proves to own another member's phone.
///
/// The smaller id survives, and everything else joins in any order, so both sides end with the same.
enum MemberMerge {
  static let schema = """
    CREATE TABLE member_aliases (merged TEXT PRIMARY KEY, survivor TEXT NOT NULL);
    CREATE INDEX member_aliases_by_survivor ON member_aliases (survivor);
    CREATE TABLE member_phones (phone TEXT PRIMARY KEY, member_id TEXT NOT NULL);
    CREATE INDEX member_phones_by_member ON member_phones (member_id);
    """

  /// The id under which a member lives on, which is its own unless it was merged.
  static func survivor(of id: String, in database: Database) throws -> String {
    let sql = "SELECT survivor FROM member_aliases WHERE merged = ?"
    return try database.value(String.self, sql: sql, arguments: [id]) ?? id
  }

  /// The ids that live on under that one.
  static func merged(into id: String, in database: Database) throws -> [String] {
    let sql = "SELECT merged FROM member_aliases WHERE survivor = ? ORDER BY merged"
    return try database.rows(sql: sql, arguments: [id]).map { $0["merged"] }
  }

  /// The phone numbers of a member, the own one first.
  static func phones(of id: String, in database: Database) throws -> [String] {
    let sql = "SELECT phone FROM member_phones WHERE member_id = ? ORDER BY phone"
    let others: [String] = try database.rows(sql: sql, arguments: [id]).map { $0["phone"] }
    let own = try Members.require(id, in: database).phone
    return [own] + others.filter { $0 != own }
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

  /// Unites two members who are known here, under the ids they live on.
  ///
  /// - Parameter buried: whether one of them was deleted, which ends both.
  /// - Returns: who survives.
  @discardableResult
  static func unite(
    _ one: String, _ other: String, buried: Bool, in database: Database
  ) throws -> String {
    let (survivor, merged) = (min(one, other), max(one, other))
    guard survivor != merged else { return survivor }
    var record = try Members.require(survivor, in: database)
    let gone = try Members.require(merged, in: database)
    record.join(gone)
    try Members.update(record, in: database)
    for (id, deleted) in [(merged, true), (survivor, buried)] {
      try database.run(
        sql: "UPDATE members SET deleted = ? WHERE id = ?", arguments: [deleted, id])
    }
    try alias(gone, as: record, in: database)
    try move(merged, to: survivor, in: database)
    if buried { try Members.bury(survivor, in: database) }
    return survivor
  }

  /// Whoever was merged into the one that goes, and its phone number, lead to the survivor.
  private static func alias(
    _ gone: MemberRecord, as record: MemberRecord, in database: Database
  ) throws {
    let (merged, survivor) = (gone.memberId, record.memberId)
    try database.run(
      sql: "UPDATE member_aliases SET survivor = ? WHERE survivor = ?",
      arguments: [survivor, merged])
    try database.run(
      sql: "INSERT INTO member_aliases (merged, survivor) VALUES (?, ?)",
      arguments: [merged, survivor])
    guard gone.phone != record.phone else { return }
    try database.run(
      sql: "INSERT OR REPLACE INTO member_phones (phone, member_id) VALUES (?, ?)",
      arguments: [gone.phone, survivor])
  }

  /// What the survivor has already, such as a password, stays.
  private static func move(
    _ merged: String, to survivor: String, in database: Database
  ) throws {
    for table in MergeTables.all {
      try database.run(
        sql: "UPDATE OR IGNORE \(table) SET member_id = ? WHERE member_id = ?",
        arguments: [survivor, merged])
      try database.run(sql: "DELETE FROM \(table) WHERE member_id = ?", arguments: [merged])
    }
  }
}
