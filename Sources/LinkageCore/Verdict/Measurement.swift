/// How long one change took to become visible, with its bounds.
public struct Measurement: Sendable, Hashable, Codable {
  public var link: Link
  /// Since the last acknowledgement of the writes: latency lies in (lower, upper].
  public var latency: LatencyInterval
  /// The same since the write was sent: what the user waited.
  public var sinceSent: LatencyInterval
  /// Visible for good; `nil` when it never flickered.
  public var stable: LatencyInterval?
  /// One for each condition that says "arrived", as positions in the step's expectations.
  public var conditions: [ConditionLatency]
  public var acknowledged: Instant
  public var within: Nanoseconds
  /// The bound that it is held to, and the answer.
  public var slo: Nanoseconds?
  public var sloAnswer: Judgement?
  public var reads: Int
  /// Reads that said nothing: time-outs, lost connections, unexpected answers.
  public var failedReads: Int
  /// Whether all reads that missed gave the same answer.
  public var sameAnswer: Bool

  public init(
    link: Link, latency: LatencyInterval, sinceSent: LatencyInterval, stable: LatencyInterval?,
    conditions: [ConditionLatency], acknowledged: Instant, within: Nanoseconds, slo: Nanoseconds?,
    sloAnswer: Judgement?, reads: Int, failedReads: Int, sameAnswer: Bool
  ) {
    self.link = link
    self.latency = latency
    self.sinceSent = sinceSent
    self.stable = stable
    self.conditions = conditions
    self.acknowledged = acknowledged
    self.within = within
    self.slo = slo
    self.sloAnswer = sloAnswer
    self.reads = reads
    self.failedReads = failedReads
    self.sameAnswer = sameAnswer
  }

  public var hasArrived: Bool { latency.upper != nil }
}

public struct ConditionLatency: Sendable, Hashable, Codable {
  public var expectation: Int
  public var latency: LatencyInterval

  public init(expectation: Int, latency: LatencyInterval) {
    self.expectation = expectation
    self.latency = latency
  }
}

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
  public var promised: Nanoseconds?

  public init(
    link: Link, samples: Int, censored: Int, immediate: Int, p50: LatencyInterval,
    p95: LatencyInterval, p99: LatencyInterval, medianWidth: Nanoseconds?, promised: Nanoseconds?
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
  }
}
