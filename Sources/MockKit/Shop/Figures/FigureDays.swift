/// The days that figures speak of, from the first to the last.
struct FigureDays: Sendable {
  private static let length: Int64 = 86_400_000
  /// The first day and the one a week later.
  private static let usual: Int64 = 8

  /// As they were asked for.
  let from: String
  let to: String
  /// Since 1970.
  let first: Int64
  let last: Int64
  /// How far those whose days they are live ahead of UTC, in ms.
  private let ahead: Int64

  /// From the query, `from` and `to`; the last eight days unless it says otherwise.
  ///
  /// - Parameter ahead: Shanghai's, unless something is wrong.
  init(
    _ call: Call, now: Duration, ahead: Duration = ChinaTime.ahead
  ) throws(InvalidRequest) {
    let to = call.query["to"] ?? CalendarDate.inChina(now)
    let last = try Self.day(to, of: "to")
    let from = call.query["from"] ?? CalendarDate.text(ofDay: max(0, last + 1 - Self.usual))
    let first = try Self.day(from, of: "from")
    guard first <= last else {
      throw InvalidRequest(field: "from", reason: .outside("a day not after `to`"))
    }
    (self.from, self.to, self.first, self.last) = (from, to, first, last)
    self.ahead = Int64(ahead / .milliseconds(1))
  }

  private static func day(
    _ text: String, of field: String
  ) throws(InvalidRequest) -> Int64 {
    guard let day = CalendarDate.day(of: text), (0..<1_000_000).contains(day) else {
      throw InvalidRequest(field: field, reason: .outside("a day from 1970 on such as 2026-01-31"))
    }
    return day
  }

  func day(of atMs: Int64) -> Int64 {
    // Times before 1970 there are none.
    (atMs + ahead) / Self.length
  }

  func contains(_ footprint: Footprint) -> Bool { (first...last).contains(day(of: footprint.atMs)) }

  /// When they begin, and when they are over, RFC 3339.
  var bounds: (start: String, end: String) {
    (start(of: first), start(of: last + 1))
  }

  private func start(of day: Int64) -> String {
    MockClock.timestamp(.milliseconds(max(0, day * Self.length - ahead)))
  }
}
