package import GRDB

/// The members of one side. A deleted one stays as a tombstone.
package enum Members {
  static let schema = """
    CREATE TABLE members (
      id TEXT PRIMARY KEY, phone TEXT NOT NULL, level TEXT NOT NULL,
      name TEXT NOT NULL, name_stamp INTEGER NOT NULL,
      email TEXT, email_stamp INTEGER NOT NULL, birthday TEXT, birthday_stamp INTEGER NOT NULL,
      city TEXT, city_stamp INTEGER NOT NULL, deleted INTEGER NOT NULL);
    CREATE UNIQUE INDEX members_by_phone ON members (phone) WHERE deleted = 0;
    """

  /// By the member's own number, or by one that came with a merge.
  package static func living(withPhone phone: String, in database: Database) throws -> String? {
    let sql = """
      SELECT id FROM members WHERE phone = ?1 AND deleted = 0
      UNION ALL
      SELECT id FROM member_phones JOIN members ON members.id = member_id
      WHERE member_phones.phone = ?1 AND deleted = 0
      LIMIT 1
      """
    return try database.value(String.self, sql: sql, arguments: [phone])
  }

  /// The member with its balance.
  package static func show(_ id: String, in database: Database) throws -> Member {
    Member(
      try require(id, in: database), points: try Points.balance(of: id, in: database),
      purchasedServices: try ServicePackages.skus(of: id, in: database),
      mergedIds: try MemberMerge.merged(into: id, in: database))
  }

  static func require(_ id: String, in database: Database) throws -> MemberRecord {
    guard let record = try find(id, in: database) else { throw ShopError.unknownMember(id) }
    return record
  }

  static func find(_ id: String, in database: Database) throws -> MemberRecord? {
    try database.row(sql: "SELECT * FROM members WHERE id = ?", arguments: [id])
      .map(MemberRecord.init)
  }

  /// - Parameter deleted: as a tombstone, whose phone number others may have.
  package static func insert(
    _ record: MemberRecord, deleted: Bool = false, in database: Database
  ) throws {
    let columns = ["id", "phone", "level", "deleted"] + ProfileField.columns
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    try database.run(
      sql: "INSERT INTO members (\(columns.joined(separator: ", "))) VALUES (\(places))",
      arguments: [record.memberId, record.phone, record.level.rawValue, deleted]
        + record.profile.arguments)
  }

  static func update(_ record: MemberRecord, in database: Database) throws {
    let assignments = (["level"] + ProfileField.columns).map { "\($0) = ?" }
    try database.run(
      sql: "UPDATE members SET \(assignments.joined(separator: ", ")) WHERE id = ?",
      arguments: [record.level.rawValue] + record.profile.arguments + [record.memberId])
  }

  /// - Returns: whether the member was below that level.
  static func raise(_ id: String, to level: MemberLevel, in database: Database) throws -> Bool {
    guard try require(id, in: database).level < level else { return false }
    try database.run(
      sql: "UPDATE members SET level = ? WHERE id = ?", arguments: [level.rawValue, id])
    return true
  }

  static func isBuried(_ id: String, in database: Database) throws -> Bool {
    try database.value(
      Bool.self, sql: "SELECT deleted FROM members WHERE id = ?", arguments: [id]) ?? false
  }

  /// Leaves a tombstone and ends what a login would need.
  static func bury(_ id: String, in database: Database) throws {
    try database.run(sql: "UPDATE members SET deleted = 1 WHERE id = ?", arguments: [id])
    try Credentials.remove(of: id, in: database)
    try Sessions.close(.all, of: id, in: database)
  }
}

extension MemberRecord {
  fileprivate init(_ row: Row) {
    self.init(
      memberId: row["id"], phone: row["phone"],
      profile: Profile { field in
        let stamp = FieldStamp(number: row["\(field.rawValue)_stamp"])
        return Profile.Field(value: row[field.rawValue], stamp: stamp)
      },
      level: MemberLevel(rawValue: row["level"]) ?? .bronze)
  }
}

extension Profile {
  /// For `ProfileField.columns`.
  fileprivate var arguments: StatementArguments {
    StatementArguments(
      ProfileField.allCases.flatMap { field -> [(any DatabaseValueConvertible)?] in
        [self[field].value, self[field].stamp.number]
      })
  }
}
