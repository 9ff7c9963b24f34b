import Foundation

/// A moment as people in China read it.
package enum ChinaTime {
  static let ahead: Duration = .seconds(8 * 3600)

  /// RFC 3339 in whole seconds, such as `2026-11-21T20:15:00+08:00`.
  package static func text(_ sinceEpoch: Duration) -> String {
    CalendarTime(sinceEpoch + ahead).text.prefix(19) + "+08:00"
  }

  /// Such as `2026-11-21 20:15`; nothing where the text is not RFC 3339 with a fraction.
  package static func minutes(of text: String) -> String? {
    let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    guard let date = try? style.parse(text) else { return nil }
    let local = style.format(date.addingTimeInterval(ahead / .seconds(1)))
    return String(local.prefix(16).replacing("T", with: " "))
  }
}
