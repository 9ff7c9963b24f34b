import Foundation
import GRDB

/// Who has a seat in which lesson, or had one.
enum Seats {
  /// The body follows the member when that is merged with another.
  static let schema = """
    CREATE TABLE seats (
      id TEXT PRIMARY KEY, member_id TEXT NOT NULL, lesson_id TEXT NOT NULL,
      starts_at TEXT NOT NULL, status TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL);
    CREATE INDEX seats_by_member ON seats (member_id, starts_at, id);
    CREATE TRIGGER seats_follow_member AFTER UPDATE OF member_id ON seats BEGIN
      UPDATE seats SET body = json_set(body, '$.memberId', NEW.member_id) WHERE id = NEW.id;
    END;
    """

  static let listKeys = ["starts_at", "id"]

  private static let taken = "SELECT body FROM seats WHERE member_id = ? AND status = 'taken'"

  /// A member's timetable: the next lesson first, those that are over before it.
  static func page(
    _ request: PageRequest, of member: String, in database: Database
  ) throws -> [Seat] {
    try request.fetch(taken, by: listKeys, arguments: [member], in: database).map(read)
  }

  /// The seat that a member has in a lesson; two where two who had one each became one member.
  static func all(
    of member: String, in lesson: String, _ database: Database
  ) throws -> [Seat] {
    let sql = taken + " AND lesson_id = ? ORDER BY id"
    return try database.rows(sql: sql, arguments: [member, lesson]).map(read)
  }

  /// Those in lessons that begin after a moment.
  static func all(of member: String, after time: String, in database: Database) throws -> [Seat] {
    let sql = taken + " AND starts_at > ? ORDER BY id"
    return try database.rows(sql: sql, arguments: [member, time]).map(read)
  }

  static func version(of id: String, in database: Database) throws -> Int {
    let sql = "SELECT version FROM seats WHERE id = ?"
    return try database.value(Int.self, sql: sql, arguments: [id]) ?? 0
  }

  /// Writes a seat down, or a newer state of it; an older one changes nothing.
  static func put(_ seat: Seat, in database: Database) throws {
    try database.run(
      sql: """
        INSERT INTO seats (id, member_id, lesson_id, starts_at, status, version, body)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET
          status = excluded.status, version = excluded.version, body = excluded.body
        WHERE excluded.version > version
        """,
      arguments: [
        seat.seatId, seat.memberId, seat.lessonId, seat.startsAt, seat.status.rawValue,
        seat.version, try JSONText.string(seat),
      ])
  }

  private static func read(_ row: Row) throws -> Seat {
    let body: String = row["body"]
    return try JSONDecoder().decode(Seat.self, from: Data(body.utf8))
  }
}
