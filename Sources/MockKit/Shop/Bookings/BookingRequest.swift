import Foundation

/// The body of `POST /api/bookings`.
struct BookingRequest: Sendable, Decodable {
  private static let farthest: Int64 = 366 * 86_400_000

  let service: String
  /// A moment with an offset, or a time of the zone's clocks.
  let startsAt: String
  let timeZone: String?
  let people: Int?
  let notes: String?

  var zoneName: String { timeZone ?? "Asia/Shanghai" }

  /// - Parameter now: in ms since 1970.
  /// - Returns: the start, in ms since 1970.
  func start(now: Int64) throws(InvalidRequest) -> Int64 {
    guard let zone = ZonedTime.zone(zoneName) else {
      throw InvalidRequest(
        field: "timeZone", reason: .outside("a zone of the IANA database such as Asia/Shanghai"))
    }
    guard let start = ZonedTime.moment(startsAt, in: zone) else {
      throw InvalidRequest(
        field: "startsAt",
        reason: .outside("a time that there is, such as 2026-12-01T10:00 or …+08:00"))
    }
    guard start > now, start <= now + Self.farthest else {
      throw InvalidRequest(field: "startsAt", reason: .outside("within a year from now"))
    }
    return start
  }

  func check() throws(InvalidRequest) {
    guard (1...20).contains(people ?? 1) else {
      throw InvalidRequest(field: "people", reason: .outside("1 to 20"))
    }
    guard (1...100).contains(notes?.count ?? 1) else {
      throw InvalidRequest(field: "notes", reason: .outside("1 to 100 characters long"))
    }
  }
}
