/// Between which values of a sample, sorted, a quantile of everything that the sample was drawn
/// from lies: no assumption on the distribution is needed, only that samples are independent.
///
/// As many values lie at or below the quantile `p` as a binomial count of `samples` tries with
/// probability `p` says. With its quantiles at both tails, l = Q(α/2) and u = Q(1 − α/2) + 1, the
/// interval from the l-th to the u-th value holds the quantile with probability
/// F(u − 1) − F(l − 1) ≥ 1 − α (David and Nagaraja, Order Statistics, 3rd ed., 7.1).
public struct QuantileRanks: Sendable, Hashable {
  public var samples: Int
  /// Counted from 1; 0 where too few samples bound it from below.
  public var lower: Int
  /// Counted from 1; beyond `samples` where too few bound it from above.
  public var upper: Int
  /// With which probability ranks like these hold the quantile, exactly; for a distribution with
  /// steps at least.
  public var coverage: Double

  /// - Parameters:
  ///   - p: which quantile, 0 < p < 1.
  ///   - confidence: the least coverage, 0 < confidence < 1.
  public init(of p: Double, samples: Int, confidence: Double = 0.95) {
    let tail = (1 - confidence) / 2
    let binomial = Binomial(trials: samples, probability: p)
    self.samples = binomial.trials
    lower = binomial.quantile(tail)
    upper = binomial.quantile(1 - tail) + 1
    coverage = Self.coverage(of: p, samples: samples, lower: lower, upper: upper)
  }

  /// With which probability the quantile lies from the `lower`-th to the `upper`-th of the values.
  public static func coverage(of p: Double, samples: Int, lower: Int, upper: Int) -> Double {
    let binomial = Binomial(trials: samples, probability: p)
    return binomial.cumulative(upper - 1) - binomial.cumulative(lower - 1)
  }

  /// From how many samples on the quantile has an upper bound: the least n with pⁿ ≤ α/2. 6 for the
  /// median at 95 %, 72 for p95, 368 for p99.
  public static func samplesNeeded(for p: Double, confidence: Double = 0.95) -> Int {
    let tail = (1 - confidence) / 2
    var enough = 1
    while enough < 1 << 52, power(p, enough) > tail { enough *= 2 }
    var tooFew = enough / 2
    while enough - tooFew > 1 {
      let middle = (tooFew + enough) / 2
      if power(p, middle) > tail { tooFew = middle } else { enough = middle }
    }
    return enough
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    var (result, square, rest) = (1.0, base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result *= square }
      square *= square
      rest >>= 1
    }
    return result
  }
}
