package import GRDB

/// The ledgers. A balance is the sum of its entries and nothing else.
package enum Points {
  static let schema = """
    CREATE TABLE points (
      id TEXT PRIMARY KEY, member_id TEXT NOT NULL, amount INTEGER NOT NULL,
      reason TEXT NOT NULL, at TEXT NOT NULL, origin TEXT NOT NULL) WITHOUT ROWID;
    CREATE INDEX points_by_member ON points (member_id, at);
    """

  static func balance(of member: String, in database: Database) throws -> Int {
    let sql = "SELECT COALESCE(SUM(amount), 0) FROM points WHERE member_id = ?"
    return try database.value(Int.self, sql: sql, arguments: [member]) ?? 0
  }

  static let listKeys = ["at", "id"]

  /// Newest last.
  static func page(
    _ request: PageRequest, of member: String, in database: Database
  ) throws -> [PointsEntry] {
    let rows = try request.fetch(
      "SELECT * FROM points WHERE member_id = ?", by: listKeys, arguments: [member], in: database)
    return rows.map(PointsEntry.init)
  }

  /// This side's entries that the other may not have yet.
  static func unsent(of member: String, in database: Database) throws -> [PointsEntry] {
    let sql = """
      SELECT points.* FROM outbox JOIN points ON points.id = outbox.subject
      WHERE outbox.type = 'points.entry' AND member_id = ?
      """
    return try database.rows(sql: sql, arguments: [member]).map(PointsEntry.init)
  }

  private static let columns = "points (id, member_id, amount, reason, at, origin)"

  /// - Returns: whether the entry was new.
  @discardableResult
  package static func insert(
    _ entry: PointsEntry, of member: String, in database: Database
  ) throws -> Bool {
    try database.run(
      sql: "INSERT OR IGNORE INTO \(columns) VALUES (?1, ?6, ?2, ?3, ?4, ?5)",
      arguments: arguments(of: entry, member))
    return database.changesCount == 1
  }

  /// To the ledger of the member as whom that one lives on here.
  ///
  /// - Returns: whether the entry was new and there is such a member.
  static func insert(
    _ entry: PointsEntry, ofSurvivor member: String, in database: Database
  ) throws -> Bool {
    try database.run(
      sql: """
        INSERT OR IGNORE INTO \(columns) SELECT ?1, id, ?2, ?3, ?4, ?5 FROM (\(MemberMerge.known("?6")))
        """,
      arguments: arguments(of: entry, member))
    return database.changesCount == 1
  }

  private static func arguments(of entry: PointsEntry, _ member: String) -> StatementArguments {
    [entry.entryId, entry.amount, entry.reason, entry.at, entry.origin.rawValue, member]
  }
}

extension PointsEntry {
  fileprivate init(_ row: Row) {
    self.init(
      entryId: row["id"], amount: row["amount"], reason: row["reason"], at: row["at"],
      origin: ShopSide(rawValue: row["origin"]) ?? .web)
  }
}

extension ShopChange {
  /// Adds an entry to a ledger, here and there.
  func book(_ entry: PointsEntry, for member: String) throws {
    guard try Points.insert(entry, of: member, in: database) else { return }
    let record = PointsRecord(memberId: member, entry: entry)
    try publish(.pointsEntry, of: entry.entryId, for: member, record)
  }
}
