import LinkageCore

/// How one number is made of the reads of a change.
package enum Estimator: String, Sendable, Hashable, CaseIterable {
  /// Between the middles of the last read that missed the change and the first that showed it.
  case middle
  /// The answer of the first read that shows it: what a poller reports.
  case firstHit
  /// The sending of the last read that missed it, 0 without one: the stable latency of Jepsen's
  /// `set-full`, without its rounding down to whole milliseconds.
  case lastMiss

  /// The latency since the acknowledgement in nanoseconds; `nil` where it was never seen.
  func estimate(_ write: MeasuredWrite) -> Int64? {
    guard let upper = write.latency.upper, let point = write.latency.point else { return nil }
    return switch self {
    case .middle: point.count
    case .firstHit: upper.count
    case .lastMiss: max(write.latency.lower.count, 0)
    }
  }
}
