import LinkageCore

extension SampleRuns {
  /// Estimates in which everything has a value of its own.
  static func estimates(
    writes: Int, p50: (Double?, Double?), p95: (Double?, Double?), answer: Judgement?,
    unseen: Double = 0
  ) -> LinkEstimates {
    LinkEstimates(
      writes: writes, leastMoments: writes - 1, p50: quantile(p50, needed: 6),
      p95: quantile(p95, needed: 72), p99: quantile((p95.0, nil), needed: 368),
      sloAnswer: answer,
      visible: [
        VisibleShare(by: RunBuilder.ms(1), least: 0, most: 2, lower: 0, upper: 0.1692),
        VisibleShare(
          by: RunBuilder.ms(1_000), least: writes - 2, most: writes, lower: 0.8308, upper: 1),
      ],
      curve: curve(unseen),
      sinceSent: SampleQuantiles(
        p50: RunBuilder.interval(5, 6), p95: RunBuilder.interval(415, 1_241),
        p99: RunBuilder.interval(416, 1_242)),
      sincePlanned: nil, medianReads: 14, readSpacing: .microseconds(210),
      roundTrip: RoundTrip(
        early: .microseconds(410), late: .microseconds(480), reads: 14 * writes))
  }

  private static func curve(_ unseen: Double) -> [CurveStep] {
    let seen = CurveStep(
      lower: RunBuilder.ms(0.9), upper: RunBuilder.ms(2.1), mass: 1 - unseen)
    let never = CurveStep(lower: RunBuilder.ms(10_000), upper: nil, mass: unseen)
    return unseen == 0 ? [seen] : [seen, never]
  }

  private static func quantile(_ ends: (Double?, Double?), needed: Int) -> PopulationQuantile {
    PopulationQuantile(
      lower: ends.0.map(RunBuilder.ms), upper: ends.1.map(RunBuilder.ms), coverage: 0.9625,
      samplesNeeded: needed)
  }
}
