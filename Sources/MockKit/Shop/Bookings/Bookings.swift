import GRDB

/// The bookings one side knows; the mini-program's decides about them.
enum Bookings: ListedRecords {
  typealias Record = Booking

  static let table = "bookings"

  /// The body follows the member when that is merged with another.
  static let schema = """
    CREATE TABLE bookings (
      id TEXT PRIMARY KEY, member_id TEXT NOT NULL, status TEXT NOT NULL,
      version INTEGER NOT NULL, created_at TEXT NOT NULL, remind_ms INTEGER, body TEXT NOT NULL);
    CREATE INDEX bookings_by_member ON bookings (member_id, created_at, id);
    CREATE INDEX bookings_to_remind ON bookings (remind_ms) WHERE remind_ms IS NOT NULL;
    \(followMember)
    """

  static let listKeys = ["created_at", "id"]

  static func place(_ record: Booking) -> [String] { [record.createdAt, record.bookingId] }

  static func missing(_ id: String) -> any Error { BookingError.notFound(id) }

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
    try write(
      booking, id: booking.bookingId, of: booking.memberId,
      fixed: ["created_at": booking.createdAt],
      changing: ["status": booking.status.rawValue, "remind_ms": reminder], in: database)
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
