import Foundation
import GRDB

/// The bookings one side knows; the mini-program's decides about them.
enum Bookings {
  /// The body follows the member when that is merged with another.
  static let schema = """
    CREATE TABLE bookings (
      id TEXT PRIMARY KEY, member_id TEXT NOT NULL, status TEXT NOT NULL,
      version INTEGER NOT NULL, created_at TEXT NOT NULL, remind_ms INTEGER, body TEXT NOT NULL);
    CREATE INDEX bookings_by_member ON bookings (member_id, created_at, id);
    CREATE INDEX bookings_to_remind ON bookings (remind_ms) WHERE remind_ms IS NOT NULL;
    CREATE TRIGGER bookings_follow_member AFTER UPDATE OF member_id ON bookings BEGIN
      UPDATE bookings SET body = json_set(body, '$.memberId', NEW.member_id) WHERE id = NEW.id;
    END;
    """

  static let listKeys = ["created_at", "id"]

  /// Newest first.
  static func page(
    _ request: PageRequest, of member: String, in database: Database
  ) throws -> [Booking] {
    try request.fetch(
      "SELECT body FROM bookings WHERE member_id = ?", by: listKeys, descending: true,
      arguments: [member], in: database
    ).map(read)
  }

  /// - Parameter member: someone else's is not found either; without one, anyone's is.
  static func find(
    _ id: String, of member: String? = nil, in database: Database
  ) throws -> Booking {
    let sql = "SELECT body FROM bookings WHERE id = ?1 AND (?2 IS NULL OR member_id = ?2)"
    guard let row = try database.row(sql: sql, arguments: [id, member]) else {
      throw BookingError.notFound(id)
    }
    return try read(row)
  }

  /// Those of a member that are still to come about.
  static func open(of member: String, in database: Database) throws -> [Booking] {
    let sql = """
      SELECT body FROM bookings WHERE member_id = ? AND status IN ('requested', 'confirmed')
      ORDER BY id
      """
    return try database.rows(sql: sql, arguments: [member]).map(read)
  }

  /// Writes a booking down, or a newer state of it; an older one changes nothing.
  ///
  /// - Parameter reminder: when to remind of it, on the side that sees to it.
  static func put(_ booking: Booking, reminder: Int64? = nil, in database: Database) throws {
    try database.run(
      sql: """
        INSERT INTO bookings (id, member_id, status, version, created_at, remind_ms, body)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET
          status = excluded.status, version = excluded.version, remind_ms = excluded.remind_ms,
          body = excluded.body
        WHERE excluded.version > version
        """,
      arguments: [
        booking.bookingId, booking.memberId, booking.status.rawValue, booking.version,
        booking.createdAt, reminder, try JSONText.string(booking),
      ])
  }

  private static func read(_ row: Row) throws -> Booking {
    let body: String = row["body"]
    return try JSONDecoder().decode(Booking.self, from: Data(body.utf8))
  }
}

/// Those of which a member is to be reminded.
extension Bookings {
  static func due(now: Int64, limit: Int, in database: Database) throws -> [Booking] {
    let sql = "SELECT body FROM bookings WHERE remind_ms <= ? ORDER BY remind_ms LIMIT ?"
    return try database.rows(sql: sql, arguments: [now, limit]).map(read)
  }

  static func nextDue(in database: Database) throws -> Duration? {
    let sql = "SELECT MIN(remind_ms) FROM bookings WHERE remind_ms IS NOT NULL"
    return try database.value(Int64.self, sql: sql).map { .milliseconds($0) }
  }

  /// Of one that has begun nobody is reminded any more.
  static func forget(_ id: String, in database: Database) throws {
    try database.run(sql: "UPDATE bookings SET remind_ms = NULL WHERE id = ?", arguments: [id])
  }
}
