/// The distribution that makes the observed bounds likeliest (Turnbull, J. R. Statist. Soc. B 38,
/// 1976): for looking at, since nothing is said on how far it may be off.
///
/// All that bounds can tell is how much of the whole lies in each innermost interval, one that
/// begins with a lower bound and ends with the next bound, an upper one; how it is spread inside
/// is unknown.
public struct Turnbull: Sendable, Hashable {
  /// In `(lower, upper]` lies `mass` of the whole; without `upper` it was never seen.
  public struct Step: Sendable, Hashable {
    public var lower: Int64
    public var upper: Int64?
    public var mass: Double

    public init(lower: Int64, upper: Int64?, mass: Double) {
      self.lower = lower
      self.upper = upper
      self.mass = mass
    }
  }

  /// Ascending and disjoint; masses are above zero and add up to one.
  public var steps: [Step]
  /// How far the logarithm of its likelihood may be below the greatest one at most, divided by the
  /// number of samples.
  public var gap: Double

  /// - Parameter samples: where both bounds are the same, the value is known exactly.
  public init(of samples: [Bounds]) {
    let innermost = Innermost(of: samples)
    var fit = SelfConsistency(ranges: innermost.ranges, parts: innermost.intervals.count)
    fit.run()
    gap = fit.gap
    steps = zip(innermost.intervals, fit.masses).compactMap { interval, mass in
      mass < Self.negligible
        ? nil : Step(lower: interval.lower, upper: interval.upper, mass: mass)
    }
  }

  private static let negligible = 1e-12

  /// What was never seen: the plateau of the curve stays this far below one.
  public var unseen: Double { steps.last.flatMap { $0.upper == nil ? $0.mass : nil } ?? 0 }

  /// The share at or below `limit`, between bounds where the limit lies inside a step.
  public func share(atMost limit: Int64) -> ClosedRange<Double> {
    let least = steps.prefix { ($0.upper ?? .max) <= limit }.reduce(0) { $0 + $1.mass }
    let most = steps.prefix { $0.lower < limit }.reduce(0) { $0 + $1.mass }
    return min(least, most)...max(least, most)
  }

  /// The same with at most so many steps that were seen: neighbours are joined, which stays true.
  public func joined(atMost count: Int) -> [Step] {
    let seen = steps.filter { $0.upper != nil }
    let size = max((seen.count + count - 1) / max(count, 1), 1)
    let joined = stride(from: 0, to: seen.count, by: size).map { start in
      let part = seen[start..<min(start + size, seen.count)]
      return Step(
        lower: seen[start].lower, upper: part.last?.upper,
        mass: part.reduce(0) { $0 + $1.mass })
    }
    return joined + steps.filter { $0.upper == nil }
  }
}
