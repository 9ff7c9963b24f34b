/// How much lies in each part of a line, where of each sample only a range of parts is known: the
/// masses that make the ranges likeliest.
///
/// Steps of self-consistency (expectation and maximisation) alternate with steps of the iterative
/// convex minorant, as Wellner and Zhan propose (J. Amer. Statist. Assoc. 92, 1997): the first
/// never fail and are slow, the second jump and may fail.
struct SelfConsistency {
  private(set) var masses: [Double]
  /// By the gradient, how far the logarithm of the likelihood may be below its maximum, divided by
  /// the number of samples: at most this (Lindsay, Ann. Statist. 11, 1983).
  private(set) var gap = 0.0
  private let ranges: [Range<Int>]

  /// - Parameter ranges: each not empty, within `0 ..< parts`; each part inside one of them.
  init(ranges: [Range<Int>], parts: Int) {
    self.ranges = ranges
    masses = Array(repeating: 1 / Double(max(parts, 1)), count: parts)
  }

  mutating func run(tolerance: Double = 1e-10, rounds: Int = 2_000) {
    guard masses.count > 1 else { return }
    for _ in 0..<rounds {
      expect()
      if gap <= tolerance { break }
      jump()
    }
  }

  /// Each sample is shared out over its parts as the masses now stand; the new masses are the means.
  private mutating func expect() {
    let sums = Self.sums(of: masses)
    var changes = Array(repeating: 0.0, count: masses.count + 1)
    for range in ranges {
      let inverse = 1 / (sums[range.upperBound] - sums[range.lowerBound])
      changes[range.lowerBound] += inverse
      changes[range.upperBound] -= inverse
    }
    var (factor, most) = (0.0, 0.0)
    for part in masses.indices {
      factor += changes[part] / Double(ranges.count)
      most = max(most, factor)
      masses[part] *= max(factor, 0)
    }
    gap = most - 1
    normalise()
  }

  /// A Newton step on the cumulated masses that ignores how they depend on each other, made
  /// monotonic again, and halved until it is an improvement.
  private mutating func jump() {
    let sums = Self.sums(of: masses)
    let targets = targets(sums)
    let goal = MonotonicFit(values: targets.values, weights: targets.weights).values
    var bounded = [0.0] + goal.map { min(max($0, 0), 1) } + [1.0]
    for _ in 0..<12 {
      if isBetter(bounded, than: sums) {
        masses = masses.indices.map { bounded[$0 + 1] - bounded[$0] }
        return
      }
      bounded = zip(bounded, sums).map { ($0 + $1) / 2 }
    }
  }

  /// Where each inner cumulated mass would go, and the curvature there.
  private func targets(_ sums: [Double]) -> (values: [Double], weights: [Double]) {
    var slopes = Array(repeating: 0.0, count: sums.count)
    var curvatures = slopes
    for range in ranges {
      let inverse = 1 / (sums[range.upperBound] - sums[range.lowerBound])
      slopes[range.upperBound] += inverse
      slopes[range.lowerBound] -= inverse
      curvatures[range.upperBound] += inverse * inverse
      curvatures[range.lowerBound] += inverse * inverse
    }
    let inner = 1..<(sums.count - 1)
    return (
      inner.map { sums[$0] + (curvatures[$0] > 0 ? slopes[$0] / curvatures[$0] : 0) },
      inner.map { max(curvatures[$0], .leastNormalMagnitude) }
    )
  }

  /// Far below what any sample has at the maximum, one share of all; above what rounding leaves.
  private static let least = 1e-12

  /// Compares two products of as many factors as there are samples, without a logarithm.
  private func isBetter(_ new: [Double], than old: [Double]) -> Bool {
    var (ratio, scale) = (1.0, 0)
    for range in ranges {
      let after = new[range.upperBound] - new[range.lowerBound]
      guard after > Self.least else { return false }
      ratio *= after / (old[range.upperBound] - old[range.lowerBound])
      scale += Int(ratio.exponent)
      ratio = ratio.significand
    }
    return scale > 0 || (scale == 0 && ratio > 1)
  }

  private mutating func normalise() {
    let total = masses.reduce(0, +)
    for part in masses.indices { masses[part] /= total }
  }

  /// The sum of all masses before each position.
  private static func sums(of masses: [Double]) -> [Double] {
    var sum = 0.0
    return [0]
      + masses.map { mass in
        sum += mass
        return sum
      }
  }
}
