package import GRDB

/// The members of one side. A deleted one stays as a tombstone.
package enum Members {
  static let schema = """
    CREATE TABLE members (
      id TEXT PRIMARY KEY, phone TEXT NOT NULL, name TEXT NOT NULL, level TEXT NOT NULL,
      version INTEGER NOT NULL, origin TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0);
    CREATE UNIQUE INDEX members_by_phone ON members (phone) WHERE deleted = 0;
    CREATE TABLE member_aliases (merged TEXT PRIMARY KEY, survivor TEXT NOT NULL);
    """

  package static func living(withPhone phone: String, in database: Database) throws -> String? {
    try database.value(
      String.self, sql: "SELECT id FROM members WHERE phone = ? AND deleted = 0", arguments: [phone]
    )
  }

  /// The member with its balance.
  package static func show(_ id: String, in database: Database) throws -> Member {
    let record = try require(id, in: database)
    return Member(
      memberId: record.memberId, phone: record.phone, name: record.name, level: record.level,
      points: try Points.balance(of: id, in: database), purchasedServices: [])
  }

  /// Points and level change without the profile's version.
  static func tag(of member: Member, in database: Database) throws -> EntityTag {
    EntityTag(
      version: try require(member.memberId, in: database).version,
      variant: ["\(member.points)", member.level.rawValue])
  }

  static func require(_ id: String, in database: Database) throws -> MemberRecord {
    guard let record = try find(id, in: database) else { throw ShopError.unknownMember(id) }
    return record
  }

  static func find(_ id: String, in database: Database) throws -> MemberRecord? {
    try database.row(sql: "SELECT * FROM members WHERE id = ?", arguments: [id])
      .map(MemberRecord.init)
  }

  package static func insert(_ record: MemberRecord, in database: Database) throws {
    try database.run(
      sql: """
        INSERT INTO members (id, phone, name, level, version, origin) VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        record.memberId, record.phone, record.name, record.level.rawValue, record.version,
        record.origin.rawValue,
      ])
  }

  static func update(_ record: MemberRecord, in database: Database) throws {
    try database.run(
      sql: "UPDATE members SET name = ?, level = ?, version = ?, origin = ? WHERE id = ?",
      arguments: [
        record.name, record.level.rawValue, record.version, record.origin.rawValue,
        record.memberId,
      ])
  }

  /// - Returns: whether the member was below that level.
  static func raise(_ id: String, to level: MemberLevel, in database: Database) throws -> Bool {
    guard try require(id, in: database).level < level else { return false }
    try database.run(
      sql: "UPDATE members SET level = ? WHERE id = ?", arguments: [level.rawValue, id])
    return true
  }

  /// Leaves a tombstone and ends what a login would need.
  static func bury(_ id: String, in database: Database) throws {
    try database.run(sql: "UPDATE members SET deleted = 1 WHERE id = ?", arguments: [id])
    try Credentials.remove(of: id, in: database)
    try Sessions.closeAll(of: id, in: database)
  }
}

extension MemberRecord {
  fileprivate init(_ row: Row) {
    self.init(
      memberId: row["id"], phone: row["phone"], name: row["name"],
      level: MemberLevel(rawValue: row["level"]) ?? .bronze, version: row["version"],
      origin: ShopSide(rawValue: row["origin"]) ?? .web)
  }
}
