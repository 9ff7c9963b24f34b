/// The bounds of a latency: `(lower, upper]`; without `upper` it was never seen.
public struct LatencyInterval: Sendable, Hashable, Codable {
  public var lower: Nanoseconds
  public var upper: Nanoseconds?
  /// The best single guess; `nil` when never seen.
  public var point: Nanoseconds?

  public init(lower: Nanoseconds, upper: Nanoseconds?, point: Nanoseconds?) {
    self.lower = lower
    self.upper = upper
    self.point = point
  }
}
