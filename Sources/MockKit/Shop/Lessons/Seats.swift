import GRDB

/// Who has a seat in which lesson, or had one.
enum Seats: OwnedRecords, PagedRecords {
  typealias Record = Seat

  static let table = "seats"

  /// The body follows the member when that is merged with another.
  static let schema = """
    CREATE TABLE seats (
      id TEXT PRIMARY KEY, member_id TEXT NOT NULL, lesson_id TEXT NOT NULL,
      starts_at TEXT NOT NULL, status TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL);
    CREATE INDEX seats_by_member ON seats (member_id, starts_at, id);
    \(followMember)
    """

  static let listKeys = ["starts_at", "id"]

  static func place(_ record: Seat) -> [String] { [record.startsAt, record.seatId] }

  /// A member's timetable: the next lesson first, those that are over before it.
  static let isNewestFirst = false

  static let listed = "SELECT body FROM seats WHERE member_id = ? AND status = 'taken'"

  /// The seat that a member has in a lesson; two where two who had one each became one member.
  static func all(
    of member: String, in lesson: String, _ database: Database
  ) throws -> [Seat] {
    let sql = listed + " AND lesson_id = ? ORDER BY id"
    return try database.rows(sql: sql, arguments: [member, lesson]).map(read)
  }

  /// Those in lessons that begin after a moment.
  static func all(of member: String, after time: String, in database: Database) throws -> [Seat] {
    let sql = listed + " AND starts_at > ? ORDER BY id"
    return try database.rows(sql: sql, arguments: [member, time]).map(read)
  }

  static func version(of id: String, in database: Database) throws -> Int {
    let sql = "SELECT version FROM seats WHERE id = ?"
    return try database.value(Int.self, sql: sql, arguments: [id]) ?? 0
  }

  /// Writes a seat down, or a newer state of it; an older one changes nothing.
  static func put(_ seat: Seat, in database: Database) throws {
    try write(
      seat, id: seat.seatId, of: seat.memberId,
      fixed: ["lesson_id": seat.lessonId, "starts_at": seat.startsAt],
      changing: ["status": seat.status.rawValue], in: database)
  }
}
