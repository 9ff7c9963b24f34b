import Values

/// Moments of the calendar in UTC, without any locale, from milliseconds since 1970.
enum UTCText {
  /// `2026-11-21T03:15:44`, as JUnit wants it.
  static func second(_ milliseconds: Int64) -> String {
    let seconds = (milliseconds - remainder(milliseconds)) / 1_000
    return String(Timestamp(seconds: seconds).text.prefix { $0 != "Z" })
  }

  /// `2026-11-21T03:15:44.120Z`.
  static func millisecond(_ milliseconds: Int64) -> String {
    let digits = String(remainder(milliseconds) + 1_000).dropFirst()
    return second(milliseconds) + "." + digits + "Z"
  }

  private static func remainder(_ milliseconds: Int64) -> Int64 {
    (milliseconds % 1_000 + 1_000) % 1_000
  }
}
