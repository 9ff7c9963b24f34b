import LinkageCore
import LinkageStatistics

/// From the samples of one link to what they tell of all its changes.
struct LinkEstimating {
  private let samples: [LinkSample]
  private let writes: [WriteLatency]
  private let sample: SampleQuantile
  private let promised: Nanoseconds?

  init(samples: [LinkSample], promised: Nanoseconds?) {
    self.samples = samples
    self.promised = promised
    writes = WriteLatency.all(of: samples)
    sample = SampleQuantile(of: writes.map(\.latency))
  }

  /// `nil` without samples.
  var estimates: LinkEstimates? {
    guard let p50 = PopulationQuantile(of: sample, at: 0.5),
      let p95 = PopulationQuantile(of: sample, at: 0.95),
      let p99 = PopulationQuantile(of: sample, at: 0.99),
      let sinceSent = SampleQuantiles(SampleQuantile(of: writes.map(\.sinceSent)))
    else { return nil }
    return LinkEstimates(
      writes: writes.count, leastMoments: Moments.least(of: writes.map(\.moment)), p50: p50,
      p95: p95, p99: p99, sloAnswer: promised.map(p95.answer), visible: visible,
      curve: curve, sinceSent: sinceSent,
      sincePlanned: SampleQuantiles(SampleQuantile(of: writes.compactMap(\.sincePlanned))),
      medianReads: LowerMedian.of(samples.map(\.measurement.reads)) ?? 0,
      readSpacing: LowerMedian.of(samples.compactMap(\.measurement.readSpacing)),
      roundTrip: RoundTrip(of: samples.lazy.map(\.measurement)))
  }

  /// More steps than these make no difference to the eye.
  private static let mostSteps = 200

  private var curve: [CurveStep] {
    Turnbull(of: writes.map(\.latency)).joined(atMost: Self.mostSteps).map { step in
      CurveStep(
        lower: Nanoseconds(step.lower), upper: step.upper.map { Nanoseconds($0) },
        mass: step.mass)
    }
  }

  private var visible: [VisibleShare] {
    let times = RoundTimes.around(writes.map(\.latency)) + [promised?.count].compactMap { $0 }
    return Set(times).sorted().map { time in
      let share = sample.share(atMost: time)
      let interval = share.interval(confidence: LinkEstimates.confidence)
      return VisibleShare(
        by: Nanoseconds(time), least: share.least, most: share.most,
        lower: interval.lowerBound, upper: interval.upperBound)
    }
  }
}
