/// What the samples of a link tell of all its changes, also of those that were not measured.
///
/// Samples of one write are not independent: of several the latest counts, so that everything here
/// is over writes.
public struct LinkEstimates: Sendable, Hashable, Codable {
  /// How often the intervals hold the truth at least.
  public static let confidence = 0.95

  public var writes: Int
  /// At how many moments the changes can have become visible at least. Where it is far below
  /// `writes`, they may have travelled in batches, and then the intervals are too narrow.
  public var leastMoments: Int
  public var p50: PopulationQuantile
  public var p95: PopulationQuantile
  public var p99: PopulationQuantile
  /// Whether the p95 of all changes keeps what was promised; `nil` where nothing was.
  public var sloAnswer: Judgement?
  /// At ascending round times, and at the one promised.
  public var visible: [VisibleShare]
  /// Turnbull's estimate, ascending and disjoint: for looking at. What the last step without an upper
  /// bound holds was never seen.
  public var curve: [CurveStep]
  /// Since the writes were sent.
  public var sinceSent: SampleQuantiles
  /// Since the writes were due, where their schedule was planned.
  public var sincePlanned: SampleQuantiles?
  /// Of the probes, and how far apart their reads were sent; `nil` where none read twice.
  public var medianReads: Int
  public var readSpacing: Nanoseconds?
  /// From the earliest quarter of the probes to the latest; `nil` where no read missed.
  public var roundTrip: RoundTrip?

  public init(
    writes: Int, leastMoments: Int, p50: PopulationQuantile, p95: PopulationQuantile,
    p99: PopulationQuantile, sloAnswer: Judgement?, visible: [VisibleShare], curve: [CurveStep],
    sinceSent: SampleQuantiles, sincePlanned: SampleQuantiles?, medianReads: Int,
    readSpacing: Nanoseconds?, roundTrip: RoundTrip? = nil
  ) {
    self.writes = writes
    self.leastMoments = leastMoments
    self.p50 = p50
    self.p95 = p95
    self.p99 = p99
    self.sloAnswer = sloAnswer
    self.visible = visible
    self.curve = curve
    self.sinceSent = sinceSent
    self.sincePlanned = sincePlanned
    self.medianReads = medianReads
    self.readSpacing = readSpacing
    self.roundTrip = roundTrip
  }
}
