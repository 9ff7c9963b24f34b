/// When one of a step's conditions held, since the last acknowledgement of the writes.
public struct ConditionLatency: Sendable, Hashable, Codable {
  /// Its position in the step's expectations.
  public var expectation: Int
  /// When it held first; without `upper` it never did.
  public var latency: LatencyInterval
  /// When the first read was sent in which it held no more; `nil` when it held from then on.
  public var missedAgain: Nanoseconds?

  public init(expectation: Int, latency: LatencyInterval, missedAgain: Nanoseconds? = nil) {
    self.expectation = expectation
    self.latency = latency
    self.missedAgain = missedAgain
  }
}
