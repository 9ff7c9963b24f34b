import Foundation

extension ShopChange {
  /// Now, or a millisecond after what happened last where that is no earlier: so the order of times is
  /// the order of what happened.
  func moment(after last: String) -> String {
    let now = timestamp
    let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    guard now <= last, let date = try? style.parse(last) else { return now }
    return MockClock.timestamp(
      .milliseconds(Int64((date.timeIntervalSince1970 * 1000).rounded()) + 1))
  }
}
