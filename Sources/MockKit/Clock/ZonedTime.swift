package import Foundation

/// Moments as people in a time zone read them.
package enum ZonedTime {
  private static let known = Set(TimeZone.knownTimeZoneIdentifiers)

  /// - Parameter name: of the IANA database, such as `Asia/Urumqi`.
  package static func zone(_ name: String) -> TimeZone? {
    guard name == "UTC" || known.contains(name) else { return nil }
    return TimeZone(identifier: name)
  }

  /// Such as `2026-11-21 20:15`.
  ///
  /// - Parameter milliseconds: since 1970.
  package static func text(_ milliseconds: Int64, in zone: TimeZone) -> String {
    let ahead = offset(of: zone, at: milliseconds / 1000)
    let local = CalendarTime(.milliseconds(milliseconds) + .seconds(ahead)).text
    return String(local.prefix(16)).replacing("T", with: " ")
  }

  /// - Parameter text: such as `2026-12-01T10:00`, with seconds and milliseconds or without. With `Z`
  ///   or an offset behind it, it says by itself which moment is meant.
  /// - Returns: ms since 1970; nothing where the text is no time, or one that the zone's clocks skip.
  ///   Where they tell it twice, the first one is meant.
  package static func moment(_ text: String, in zone: TimeZone) -> Int64? {
    let form =
      /(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(?:\.(\d{3}))?(Z|[+-]\d\d:\d\d)?/.asciiOnlyDigits()
    guard let match = text.wholeMatch(of: form),
      let local = seconds("\(match.1)T\(match.2)\(match.3 ?? ":00")")
    else { return nil }
    let milliseconds = match.4.flatMap { Int64($0) } ?? 0
    let moment =
      if let sign = match.5 { ahead(sign).map { local - $0 } } else { utc(local, in: zone) }
    return moment.flatMap { $0 >= 0 ? $0 * 1000 + milliseconds : nil }
  }

  /// As if a clock in UTC had told it; nothing for the 30th of February.
  private static func seconds(_ text: String) -> Int64? {
    guard let date = try? Date.ISO8601FormatStyle().parse(text + "Z") else { return nil }
    let seconds = Int64(date.timeIntervalSince1970.rounded())
    guard seconds >= 0, CalendarTime(.seconds(seconds)).text.prefix(19) == text else { return nil }
    return seconds
  }

  /// Of an offset such as `+09:00`.
  private static func ahead(_ text: Substring) -> Int64? {
    guard text != "Z" else { return 0 }
    let parts = text.dropFirst().split(separator: ":").compactMap { Int64($0) }
    guard parts.count == 2, parts[0] <= 14, parts[1] < 60 else { return nil }
    return (parts[0] * 3600 + parts[1] * 60) * (text.first == "-" ? -1 : 1)
  }

  private static func utc(_ local: Int64, in zone: TimeZone) -> Int64? {
    // Within a day clocks are moved once at most, so one of these two offsets holds.
    let moments = [local - 86_400, local + 86_400].map { local - offset(of: zone, at: $0) }
    return moments.filter { $0 + offset(of: zone, at: $0) == local }.min()
  }

  private static func offset(of zone: TimeZone, at seconds: Int64) -> Int64 {
    Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
  }
}
