/// A moment in UTC by the calendar, in whole milliseconds.
struct CalendarTime {
  private let year, month, day, hour, minute, second, millisecond: Int64

  /// Only for moments from 1970 on.
  ///
  /// The date follows Howard Hinnant's `civil_from_days`: years begin in March, so that a leap day
  /// is the last day of one, and repeat every 400 years (146,097 days).
  init(_ sinceEpoch: Duration) {
    let (seconds, attoseconds) = sinceEpoch.components
    millisecond = attoseconds / 1_000_000_000_000_000
    (hour, minute, second) = (seconds / 3600 % 24, seconds / 60 % 60, seconds % 60)
    let days = seconds / 86_400 + 719_468
    let dayOfEra = days % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shifted + 2) / 5 + 1
    month = shifted < 10 ? shifted + 3 : shifted - 9
    year = yearOfEra + days / 146_097 * 400 + (month <= 2 ? 1 : 0)
  }

  /// RFC 3339, such as `2026-01-31T23:59:59.042Z`.
  var text: String {
    "\(year)-\(pad(month))-\(pad(day))T\(pad(hour)):\(pad(minute)):\(pad(second))"
      + ".\(pad(millisecond, to: 3))Z"
  }

  private func pad(_ number: Int64, to width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
