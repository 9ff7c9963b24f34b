/// When a delivery that failed is tried again.
package enum RetrySchedule {
  /// Before the first retry, the second, …; after the last one the event is given up.
  package static let delays: [Duration] = [
    .zero, .milliseconds(500), .seconds(2), .seconds(5), .seconds(15), .seconds(60),
  ]

  /// - Parameters:
  ///   - attempts: how many there were.
  ///   - spread: in 0 ..< 1, moves the delay within ±20 %.
  ///   - retryAfter: what the receiver asked for; it is never undercut.
  /// - Returns: nothing when the event is to be given up.
  package static func delay(
    after attempts: Int, spread: Double, retryAfter: Duration?
  ) -> Duration? {
    guard (1...delays.count).contains(attempts) else { return nil }
    let delay = delays[attempts - 1] * (0.8 + 0.4 * spread)
    return max(delay, retryAfter ?? .zero)
  }
}
