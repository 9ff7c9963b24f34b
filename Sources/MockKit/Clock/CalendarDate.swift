/// Dates such as `1990-12-31`.
enum CalendarDate {

  /// The date in China, where it is the same everywhere and all year eight hours after UTC.
  static func inChina(_ sinceEpoch: Duration) -> String {
    String(CalendarTime(sinceEpoch + ChinaTime.ahead).text.prefix(10))
  }

  /// The moment at which that date began, RFC 3339.
  static func startInChina(_ sinceEpoch: Duration) -> String {
    let day: Int64 = 86_400
    let seconds = (sinceEpoch + ChinaTime.ahead).components.seconds
    return CalendarTime(.seconds(seconds - seconds % day) - ChinaTime.ahead).text
  }

  /// Whether the calendar has it, from 1900 on.
  static func isValid(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], let year = digits(parts[0]),
      let month = digits(parts[1]), let day = digits(parts[2])
    else { return false }
    return year >= 1900 && (1...12).contains(month)
      && (1...days(ofMonth: month, in: year)).contains(day)
  }

  /// The number of a date's day since 1970, below zero before; nothing where the calendar has no such
  /// date.
  ///
  /// After Howard Hinnant's `days_from_civil`, the reverse of what `CalendarTime` does.
  static func day(of text: String) -> Int64? {
    guard isValid(text) else { return nil }
    let parts = text.split(separator: "-").compactMap { Int64($0) }
    guard parts.count == 3 else { return nil }
    let year = parts[0] - (parts[1] <= 2 ? 1 : 0)
    let dayOfYear = (153 * ((parts[1] + 9) % 12) + 2) / 5 + parts[2] - 1
    let yearOfEra = year % 400
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return year / 400 * 146_097 + dayOfEra - 719_468
  }

  /// The date of a day from 1970 on.
  static func text(ofDay day: Int64) -> String {
    String(CalendarTime(.seconds(day * 86_400)).text.prefix(10))
  }

  private static func digits(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      ? Int(text) : nil
  }

  private static func days(ofMonth month: Int, in year: Int) -> Int {
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    switch month {
    case 2: return isLeap ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }
}
