/// A quantile of all latencies of a link, between bounds that hold it with probability `coverage`.
public struct PopulationQuantile: Sendable, Hashable, Codable {
  /// `nil` where too few samples bound it from below.
  public var lower: Nanoseconds?
  /// `nil` where too few samples bound it from above, or too many were not visible.
  public var upper: Nanoseconds?
  public var coverage: Double
  /// From how many samples on there is an upper bound, where all became visible.
  public var samplesNeeded: Int

  public init(
    lower: Nanoseconds?, upper: Nanoseconds?, coverage: Double, samplesNeeded: Int
  ) {
    self.lower = lower
    self.upper = upper
    self.coverage = coverage
    self.samplesNeeded = samplesNeeded
  }
}
