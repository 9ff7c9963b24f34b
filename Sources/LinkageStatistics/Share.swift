/// How many of some values lie at or below a limit, where each is known only within bounds.
public struct Share: Sendable, Hashable {
  public var samples: Int
  /// So many certainly do.
  public var least: Int
  /// So many may.
  public var most: Int

  public init(samples: Int, least: Int, most: Int) {
    self.samples = samples
    self.least = least
    self.most = most
  }

  /// Within which bounds the share of all values lies, at that confidence: the lower bound of
  /// Clopper and Pearson (Biometrika 26, 1934) on the least count, their upper one on the most. Its
  /// coverage is never less than `confidence`, whatever the true counts between these are.
  public func interval(confidence: Double = 0.95) -> ClosedRange<Double> {
    let tail = (1 - confidence) / 2
    let lower = least <= 0 ? 0 : Self.probability { bound($0, least - 1) <= 1 - tail }.lowerBound
    let upper = most >= samples ? 1 : Self.probability { bound($0, most) <= tail }.upperBound
    return min(lower, upper)...max(lower, upper)
  }

  private func bound(_ probability: Double, _ count: Int) -> Double {
    Binomial(trials: samples, probability: probability).cumulative(count)
  }

  /// Where a condition that holds for all greater probabilities begins to hold.
  private static func probability(from holds: (Double) -> Bool) -> ClosedRange<Double> {
    var (low, high) = (0.0, 1.0)
    while true {
      let middle = low + (high - low) / 2
      guard low < middle, middle < high, high - low > 1e-13 else { return low...high }
      if holds(middle) { high = middle } else { low = middle }
    }
  }
}

extension SampleQuantile {
  /// How many values lie at or below `limit`. Bounds are half open, so a value whose lower bound is
  /// the limit itself lies beyond it.
  public func share(atMost limit: Int64) -> Share {
    Share(
      samples: count, least: Self.count(in: uppers.count) { (uppers[$0] ?? .max) <= limit },
      most: Self.count(in: lowers.count) { lowers[$0] < limit })
  }

  /// How many leading positions fulfil a condition that holds for no later one.
  private static func count(in length: Int, where holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, length)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
