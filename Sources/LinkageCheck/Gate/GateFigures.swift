import LinkageCore
import LinkageStatistics

/// The figures of one run that rules are held to. Samples of one write count once, and those of
/// quarantined scenarios not at all: to leave out only the bad ones of them would flatter the rest.
struct GateFigures {
  private let samples: [LinkSample]

  init(_ run: GateRun, without left: Set<Int>) {
    samples = LinkSample.all(of: run.verdict.cases).filter { !left.contains($0.scenario) }
  }

  private func writes(of choice: LinkChoice) -> [WriteLatency] {
    WriteLatency.all(of: samples.filter { choice.contains($0.measurement.link) })
  }

  func sample(of link: Link) -> SampleQuantile {
    SampleQuantile(of: writes(of: .link(link)).map(\.latency))
  }

  // MARK: Answers

  func rate(of choice: LinkChoice, atLeast share: Double) -> (Judgement, GateRuleResult.Measured) {
    let writes = writes(of: choice)
    let needed = QuantileRanks.samplesNeeded(for: share, confidence: LinkEstimates.confidence)
    guard !writes.isEmpty else { return (.unknown, .nothing(samplesNeeded: needed)) }
    let counts = Share(
      samples: writes.count, least: writes.count { $0.inTime == .within },
      most: writes.count { $0.inTime != .beyond })
    let interval = counts.interval(confidence: LinkEstimates.confidence)
    let judgement: Judgement =
      interval.lowerBound >= share ? .pass : interval.upperBound < share ? .fail : .unknown
    let rate = GateRuleResult.Rate(
      samples: counts.samples, least: counts.least, most: counts.most,
      lower: interval.lowerBound, upper: interval.upperBound, samplesNeeded: needed)
    return (judgement, .rate(rate))
  }

  func quantile(
    _ quantile: GateQuantile, of link: Link, atMost limit: Nanoseconds
  ) -> (Judgement, GateRuleResult.Measured) {
    let sample = sample(of: link)
    guard let figure = PopulationQuantile(of: sample, at: quantile.share) else {
      let needed = QuantileRanks.samplesNeeded(
        for: quantile.share, confidence: LinkEstimates.confidence)
      return (.unknown, .nothing(samplesNeeded: needed))
    }
    return (figure.answer(to: limit), .quantile(figure, samples: sample.count))
  }
}
