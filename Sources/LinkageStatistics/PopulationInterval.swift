/// Where a quantile of all values lies, as far as a sample of them tells: with probability
/// `coverage` or more in `(lower, upper]`: `lower` is a value's lower bound, which that value exceeds.
public struct PopulationInterval: Sendable, Hashable {
  /// `nil` where there are too few samples to bound it from below: then from the start.
  public var lower: Int64?
  /// `nil` where there are too few samples, or too many that never arrived, to bound it from above.
  public var upper: Int64?
  public var coverage: Double

  public init(lower: Int64?, upper: Int64?, coverage: Double) {
    self.lower = lower
    self.upper = upper
    self.coverage = coverage
  }

  /// Whether the quantile keeps to a limit, as sure as `coverage` says.
  public func answer(limit: Int64) -> LimitAnswer {
    LimitAnswer(limit: limit, lower: lower, upper: upper)
  }
}

extension SampleQuantile {
  /// Quantile `p` of all values, 0 < p < 1, at that confidence; `nil` for an empty sample.
  ///
  /// From the l-th smallest of all lower bounds to the u-th smallest of all upper ones (see
  /// `QuantileRanks`): whatever the true values are, sorted they lie between these.
  public func population(at p: Double, confidence: Double = 0.95) -> PopulationInterval? {
    guard count > 0 else { return nil }
    let ranks = QuantileRanks(of: p, samples: count, confidence: confidence)
    return PopulationInterval(
      lower: ranks.lower < 1 ? nil : lowers[ranks.lower - 1],
      upper: ranks.upper > count ? nil : uppers[ranks.upper - 1], coverage: ranks.coverage)
  }
}
