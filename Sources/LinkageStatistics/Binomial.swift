/// How many of some independent tries succeed.
///
/// Probabilities are summed outwards from the most likely count by their ratio from one count to
/// the next, then divided by their total: no logarithm and no factorial is needed, and the same
/// bits come out on every machine. The absolute error stays below 10⁻¹² up to a million tries,
/// for which some thousand counts are visited.
public struct Binomial: Sendable, Hashable {
  public var trials: Int
  /// Of one try, 0 … 1.
  public var probability: Double

  /// Values out of range are moved to its nearest end.
  public init(trials: Int, probability: Double) {
    self.trials = max(trials, 0)
    self.probability = probability > 0 ? min(probability, 1) : 0
  }

  /// The probability of `count` successes or fewer.
  public func cumulative(_ count: Int) -> Double {
    if count < 0 { return 0 }
    if count >= trials { return 1 }
    let weights = weights
    let visited = weights.values.prefix(max(count - weights.first + 1, 0))
    return visited.reduce(0, +) / weights.total
  }

  /// The least count whose cumulative probability is at least `level`, 0 < level < 1.
  public func quantile(_ level: Double) -> Int {
    if level >= 1 { return trials }
    let weights = weights
    var sum = 0.0
    for (offset, weight) in weights.values.enumerated() {
      sum += weight
      if sum / weights.total >= level { return weights.first + offset }
    }
    return trials
  }

  /// Probabilities relative to the most likely one, of the counts from `first` on; those below
  /// 10⁻⁴⁰ are left out.
  private struct Weights {
    var first: Int
    var values: [Double]
    var total: Double
  }

  private var weights: Weights {
    if probability == 0 { return Weights(first: 0, values: [1], total: 1) }
    if probability == 1 { return Weights(first: trials, values: [1], total: 1) }
    let mode = min(Int(Double(trials + 1) * probability), trials)
    let below = walk(from: mode, to: 0)
    let values = below.reversed() + [1] + walk(from: mode, to: trials)
    return Weights(
      first: mode - below.count, values: values, total: values.reduce(0, +))
  }

  private static let negligible = 1e-40

  /// The weights of the counts after `mode`, in the direction of `end`.
  private func walk(from mode: Int, to end: Int) -> [Double] {
    let odds = probability / (1 - probability)
    var weights: [Double] = []
    var weight = 1.0
    var count = mode
    while count != end {
      if end > mode {
        weight *= Double(trials - count) / Double(count + 1) * odds
        count += 1
      } else {
        weight *= Double(count) / Double(trials - count + 1) / odds
        count -= 1
      }
      if weight < Self.negligible { break }
      weights.append(weight)
    }
    return weights
  }
}
