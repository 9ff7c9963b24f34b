/// The median, 95th and 99th percentile of a sample, between bounds.
public struct SampleQuantiles: Sendable, Hashable, Codable {
  public var p50: LatencyInterval
  public var p95: LatencyInterval
  public var p99: LatencyInterval

  public init(p50: LatencyInterval, p95: LatencyInterval, p99: LatencyInterval) {
    self.p50 = p50
    self.p95 = p95
    self.p99 = p99
  }
}
