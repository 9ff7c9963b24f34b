/// All latencies of one link in a run.
public struct LinkSummary: Sendable, Hashable, Codable {
  public var link: Link
  public var samples: Int
  /// How many were not visible by their deadline.
  public var censored: Int
  /// How many were visible at the first read.
  public var immediate: Int
  /// The sample's median, 95th and 99th percentile, between bounds.
  public var p50: LatencyInterval
  public var p95: LatencyInterval
  public var p99: LatencyInterval
  public var medianWidth: Nanoseconds?
  /// The contract's `slo`.
  public var promised: Nanoseconds?
  /// How many definitely took longer than was promised.
  public var late: Int
  /// `nil` in verdicts stored before they were made.
  public var estimates: LinkEstimates?

  public init(
    link: Link, samples: Int, censored: Int, immediate: Int, p50: LatencyInterval,
    p95: LatencyInterval, p99: LatencyInterval, medianWidth: Nanoseconds?, promised: Nanoseconds?,
    late: Int, estimates: LinkEstimates? = nil
  ) {
    self.link = link
    self.samples = samples
    self.censored = censored
    self.immediate = immediate
    self.p50 = p50
    self.p95 = p95
    self.p99 = p99
    self.medianWidth = medianWidth
    self.promised = promised
    self.late = late
    self.estimates = estimates
  }
}
