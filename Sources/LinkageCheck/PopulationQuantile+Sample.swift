import LinkageCore
import LinkageStatistics

extension PopulationQuantile {
  /// `nil` without samples.
  ///
  /// - Parameter share: between 0 and 1.
  init?(of sample: SampleQuantile, at share: Double) {
    let confidence = LinkEstimates.confidence
    guard let interval = sample.population(at: share, confidence: confidence) else { return nil }
    self.init(
      lower: interval.lower.map { Nanoseconds($0) }, upper: interval.upper.map { Nanoseconds($0) },
      coverage: interval.coverage,
      samplesNeeded: QuantileRanks.samplesNeeded(for: share, confidence: confidence))
  }

  /// Whether it is within a limit.
  func answer(to limit: Nanoseconds) -> Judgement {
    Judgement(LimitAnswer(limit: limit.count, lower: lower?.count, upper: upper?.count))
  }
}
