/// How long one change took to become visible, with its bounds.
public struct Measurement: Sendable, Hashable, Codable {
  public var link: Link
  /// Since the last acknowledgement of the writes: latency lies in (lower, upper].
  public var latency: LatencyInterval
  /// The same since the write was sent: what the user waited.
  public var sinceSent: LatencyInterval
  /// The same since the write was due; `nil` where no schedule had planned it.
  public var sincePlanned: LatencyInterval?
  /// Visible for good; `nil` when it never flickered.
  public var stable: LatencyInterval?
  /// When the first read was sent that missed the change after it had been seen, since the last
  /// acknowledgement; `nil` when it never flickered.
  public var missedAgain: Nanoseconds?
  /// One for each condition of `until` and of `expect`, in this order, where there are several.
  public var conditions: [ConditionLatency]
  public var acknowledged: Instant
  public var within: Nanoseconds
  /// The bound that it is held to, and the answer.
  public var slo: Nanoseconds?
  public var sloAnswer: Judgement?
  public var reads: Int
  /// Reads that said nothing: time-outs, lost connections, unexpected answers.
  public var failedReads: Int
  /// Reads among them that another step sent for both; `nil` in runs judged before there were any.
  public var sharedReads: Int?
  /// The median time from the sending of one read to that of the next; `nil` of fewer than two.
  public var readSpacing: Nanoseconds?
  /// Whether all reads that missed gave the same answer.
  public var sameAnswer: Bool
  /// The greatest age, in whole seconds, of the answers that a cache gave; `nil` without any.
  public var age: Nanoseconds?
  /// How long its reads took; `nil` where none missed.
  public var roundTrip: RoundTrip?

  public init(
    link: Link, latency: LatencyInterval, sinceSent: LatencyInterval, stable: LatencyInterval?,
    conditions: [ConditionLatency], acknowledged: Instant, within: Nanoseconds, slo: Nanoseconds?,
    sloAnswer: Judgement?, reads: Int, failedReads: Int, sameAnswer: Bool,
    sincePlanned: LatencyInterval? = nil, readSpacing: Nanoseconds? = nil,
    sharedReads: Int? = nil, missedAgain: Nanoseconds? = nil, age: Nanoseconds? = nil,
    roundTrip: RoundTrip? = nil
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
    self.sharedReads = sharedReads
    self.sameAnswer = sameAnswer
    self.sincePlanned = sincePlanned
    self.readSpacing = readSpacing
    self.missedAgain = missedAgain
    self.age = age
    self.roundTrip = roundTrip
  }

  public var hasArrived: Bool { latency.upper != nil }
}
