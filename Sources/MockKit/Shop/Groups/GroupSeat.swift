import GRDB

/// A member's place in a group, with the order that pays for it.
struct GroupSeat: Sendable, Equatable, Codable {
  let groupId: String
  let orderId: String
  var memberId: String
  let joinedAt: String
  /// Whether it was given up.
  var isGone: Bool
  /// The group's when that was so.
  var version: Int
}

/// The places in the groups that one side knows. One that was given up stays as a tombstone.
enum GroupSeats {
  static let schema = """
    CREATE TABLE group_seats (
      group_id TEXT NOT NULL, order_id TEXT NOT NULL, member_id TEXT NOT NULL,
      joined_at TEXT NOT NULL, gone INTEGER NOT NULL, version INTEGER NOT NULL,
      PRIMARY KEY (group_id, order_id)) WITHOUT ROWID;
    CREATE INDEX group_seats_by_member ON group_seats (member_id);
    """

  static func put(_ seat: GroupSeat, in database: Database) throws {
    try database.run(
      sql: """
        INSERT INTO group_seats (group_id, order_id, member_id, joined_at, gone, version)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (group_id, order_id) DO UPDATE SET
          gone = excluded.gone, version = excluded.version
        WHERE excluded.version > version
        """,
      arguments: [
        seat.groupId, seat.orderId, seat.memberId, seat.joinedAt, seat.isGone, seat.version,
      ])
  }

  /// Those that are taken, in the order in which they were.
  ///
  /// - Parameter member: only this one's.
  static func taken(
    in group: String, by member: String? = nil, in database: Database
  ) throws -> [GroupSeat] {
    let sql = """
      SELECT * FROM group_seats
      WHERE group_id = ?1 AND gone = 0 AND (?2 IS NULL OR member_id = ?2) ORDER BY version
      """
    return try database.rows(sql: sql, arguments: [group, member]).map(GroupSeat.init)
  }
}

extension GroupSeat {
  fileprivate init(_ row: Row) {
    self.init(
      groupId: row["group_id"], orderId: row["order_id"], memberId: row["member_id"],
      joinedAt: row["joined_at"], isGone: row["gone"], version: row["version"])
  }
}
