import GRDB

/// The favourites of one side. A removed one stays as a tombstone with its stamp, so that additions and
/// removals join in any order: the later of the two counts.
enum Favourites: PagedRecords {
  static let schema = """
    CREATE TABLE favourites (
      owner TEXT NOT NULL, sku TEXT NOT NULL, member_id TEXT NOT NULL, stamp INTEGER NOT NULL,
      added_at TEXT, PRIMARY KEY (owner, sku)) WITHOUT ROWID;
    CREATE INDEX favourites_by_member ON favourites (member_id);
    """

  static let listKeys = ["added_at", "sku"]

  static func place(_ record: Favourite) -> [String] { [record.addedAt, record.sku] }

  static let listed = """
    SELECT sku, added_at FROM (
      SELECT member_id, sku, MAX(added_at) AS added_at FROM favourites
      WHERE added_at IS NOT NULL GROUP BY member_id, sku)
    WHERE member_id = ?
    """

  static func read(_ row: Row) -> Favourite { Favourite(row) }

  static func find(_ sku: String, of member: String, in database: Database) throws -> Favourite? {
    try database.row(sql: listed + " AND sku = ?", arguments: [member, sku]).map(Favourite.init)
  }

  /// The ids under which a member has the product: more than one after a merge.
  static func owners(
    of sku: String, for member: String, in database: Database
  ) throws -> [String] {
    let sql = """
      SELECT owner FROM favourites
      WHERE member_id = ? AND sku = ? AND added_at IS NOT NULL ORDER BY owner
      """
    return try database.rows(sql: sql, arguments: [member, sku]).map { $0["owner"] }
  }

  /// The stamp of the next change made on that side.
  static func next(
    _ sku: String, of owner: String, on side: ShopSide, in database: Database
  ) throws -> FieldStamp {
    let sql = "SELECT stamp FROM favourites WHERE owner = ? AND sku = ?"
    let number = try database.value(Int.self, sql: sql, arguments: [owner, sku]) ?? 0
    return FieldStamp(number: number).next(on: side)
  }

  /// Writes a change down; an older one changes nothing.
  static func put(
    _ change: FavouriteChange, of member: String, in database: Database
  ) throws {
    try database.run(
      sql: """
        INSERT INTO favourites (owner, sku, member_id, stamp, added_at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (owner, sku) DO UPDATE SET stamp = excluded.stamp, added_at = excluded.added_at
        WHERE excluded.stamp > stamp
        """,
      arguments: [change.memberId, change.sku, member, change.stamp.number, change.addedAt])
  }
}

extension Favourite {
  fileprivate init(_ row: Row) {
    self.init(sku: row["sku"], addedAt: row["added_at"])
  }
}
