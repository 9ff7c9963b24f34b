import GRDB

/// What the two sides handed each other.
enum PointsMoves {
  static let schema = """
    CREATE TABLE points_moves (
      id TEXT PRIMARY KEY, member_id TEXT NOT NULL, giver TEXT NOT NULL,
      amount INTEGER NOT NULL) WITHOUT ROWID;
    CREATE INDEX points_moves_by_member ON points_moves (member_id);
    """

  /// The same one again changes nothing.
  static func insert(_ move: PointsMove, of member: String, in database: Database) throws {
    try database.run(
      sql: "INSERT OR IGNORE INTO points_moves (id, member_id, giver, amount) VALUES (?, ?, ?, ?)",
      arguments: [move.moveId, member, move.giver.rawValue, move.amount])
  }

  /// What a side may spend without asking the other.
  static func share(
    of side: ShopSide, for member: String, in database: Database
  ) throws -> Int {
    let sql = """
      SELECT
        (SELECT COALESCE(SUM(amount), 0) FROM points WHERE member_id = ?1 AND origin = ?2)
        + (SELECT COALESCE(SUM(CASE giver WHEN ?2 THEN -amount ELSE amount END), 0)
           FROM points_moves WHERE member_id = ?1)
      """
    return try database.value(Int.self, sql: sql, arguments: [member, side.rawValue]) ?? 0
  }
}
