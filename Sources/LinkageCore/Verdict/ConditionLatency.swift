public struct ConditionLatency: Sendable, Hashable, Codable {
  public var expectation: Int
  public var latency: LatencyInterval

  public init(expectation: Int, latency: LatencyInterval) {
    self.expectation = expectation
    self.latency = latency
  }
}
