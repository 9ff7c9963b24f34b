import LinkageCore

/// A quantile of all latencies of a link as people read it, rounded outwards.
enum PopulationText {
  /// `0.9–2.1 ms`; `≤ 1.4 ms` without a lower bound, `> 0.9 ms` without an upper one; `n < 72` where
  /// there are too few samples for either.
  ///
  /// - Parameters:
  ///   - samples: how many it was taken from.
  ///   - tooFew: says that there are fewer than so many.
  static func text(
    _ quantile: PopulationQuantile, samples: Int, tooFew: (Int) -> String = { "n < \($0)" }
  ) -> String {
    let (lower, upper) = (quantile.lower ?? .zero, quantile.upper)
    let isShort = upper == nil && samples < quantile.samplesNeeded
    let few = tooFew(quantile.samplesNeeded)
    guard quantile.lower != nil || upper != nil else { return isShort ? few : "> 0 ms" }
    let text = IntervalText.text(LatencyInterval(lower: lower, upper: upper, point: nil))
    return isShort ? "\(text), \(few)" : text
  }
}
