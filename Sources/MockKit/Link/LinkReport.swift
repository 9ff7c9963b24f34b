/// All that is to be told of one direction of the link at one moment.
package struct LinkReport: Sendable, Equatable, Codable {
  /// From commit to acknowledgement, in milliseconds, over the latest thousand deliveries.
  package struct Lag: Sendable, Equatable, Codable {
    package let last: Double
    package let p50: Double
    package let p95: Double
  }

  package let direction: LinkDirection
  package let down: Bool
  package let status: LinkStatus
  /// The age of the oldest event that waits; absent where none does.
  package let oldestMs: Int?
  /// Absent where nothing was delivered so far.
  package let lagMs: Lag?
}

extension LinkReport.Lag {
  init?(_ lag: LinkLag) {
    guard let last = lag.last, let p50 = lag.quantile(0.5), let p95 = lag.quantile(0.95) else {
      return nil
    }
    self.init(
      last: Self.milliseconds(last), p50: Self.milliseconds(p50), p95: Self.milliseconds(p95))
  }

  private static func milliseconds(_ length: Duration) -> Double {
    (length / .microseconds(1)).rounded() / 1000
  }
}
