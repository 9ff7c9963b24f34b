/// A day of the calendar in UTC.
public struct CalendarDay: Sendable, Hashable, Comparable, Codable {
  public var year: Int
  /// 1 … 12.
  public var month: Int
  /// 1 … 31.
  public var day: Int

  /// Reads `2027-01-31`; `nil` where no calendar has such a day.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// - Parameter milliseconds: since 1970.
  public init(milliseconds: Int64) {
    let day: Int64 = 86_400_000
    var rest = Int(milliseconds / day) - (milliseconds % day < 0 ? 1 : 0)
    // Whole cycles of 400 years have 146,097 days each.
    var year = 1970 + rest / 146_097 * 400
    rest %= 146_097
    while rest < 0 {
      year -= 1
      rest += Self.days(in: year)
    }
    while rest >= Self.days(in: year) {
      rest -= Self.days(in: year)
      year += 1
    }
    var month = 1
    while rest >= Self.days(in: month, of: year) {
      rest -= Self.days(in: month, of: year)
      month += 1
    }
    (self.year, self.month, self.day) = (year, month, rest + 1)
  }

  /// `2027-01-31`.
  public var text: String {
    [(year, 4), (month, 2), (day, 2)].map { number, width in
      String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
    }.joined(separator: "-")
  }

  public static func < (a: CalendarDay, b: CalendarDay) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func days(in year: Int) -> Int { isLeap(year) ? 366 : 365 }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
