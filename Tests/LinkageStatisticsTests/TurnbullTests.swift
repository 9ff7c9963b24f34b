import Foundation
import LinkageStatistics
import Testing

@Suite("Turnbull's estimate")
struct TurnbullTests {
  private func turnbull(_ bounds: (Int64, Int64?)...) -> Turnbull {
    Turnbull(of: bounds.map { Bounds(lower: $0.0, upper: $0.1, point: nil) })
  }

  @Test("of samples that lie apart gives each the same")
  func apart() {
    let curve = turnbull((1, 2), (5, 6), (3, 4))
    #expect(curve.steps.map(\.lower) == [1, 3, 5])
    #expect(curve.steps.map(\.upper) == [2, 4, 6])
    #expect(curve.steps.allSatisfy { abs($0.mass - 1.0 / 3) < 1e-9 })
    #expect(curve.unseen == 0)
  }

  @Test("finds the innermost intervals")
  func innermost() {
    // The first sample holds one part, the second both, the others the other part.
    let curve = turnbull((0, 3), (2, 6), (4, 7), (5, 8))
    #expect(curve.steps.map(\.lower) == [2, 5])
    #expect(curve.steps.map(\.upper) == [3, 6])
    #expect(abs(curve.steps[0].mass - 1.0 / 3) < 1e-9)
  }

  /// By hand: with mass a in (0, 1] and b in (2, 3] the likelihood is a · (a + b) · b.
  @Test("shares out a sample that holds two parts")
  func between() {
    let curve = turnbull((0, 1), (0, 3), (2, 3))
    #expect(curve.steps.map { ($0.mass * 1e9).rounded() } == [5e8, 5e8])
  }

  /// With no interval censoring it is the estimate of Kaplan and Meier: 1/4, then 3/4 · 1/2, then
  /// what is left was never seen.
  @Test("is that of Kaplan and Meier where values are exact or right-censored")
  func kaplanMeier() {
    let curve = turnbull((2, 2), (4, nil), (6, 6), (8, nil))
    #expect(curve.steps.map(\.upper) == [2, 6, nil])
    let masses = curve.steps.map(\.mass)
    for (mass, expected) in zip(masses, [0.25, 0.375, 0.375]) {
      #expect(abs(mass - expected) < 1e-9)
    }
    #expect(abs(curve.unseen - 0.375) < 1e-9)
  }

  @Test("tells what was never seen apart, also where that is all")
  func unseen() {
    #expect(abs(turnbull((1, 2), (3, 4), (5, nil), (7, nil)).unseen - 0.5) < 1e-9)
    #expect(turnbull((1, nil), (2, nil)).steps == [.init(lower: 2, upper: nil, mass: 1)])
  }

  @Test("has nothing in common at a moment where one ends and another begins")
  func halfOpen() {
    #expect(turnbull((0, 5), (5, 9)).steps.map(\.lower) == [0, 5])
    #expect(turnbull((5, 5), (5, 9)).steps.map(\.upper) == [5, 9])
  }

  @Test("of nothing, and of extremes, is defined")
  func extremes() {
    #expect(Turnbull(of: []).steps.isEmpty)
    #expect(turnbull((.min, .max), (.max, .max), (.min, .min)).steps.count == 2)
    #expect(turnbull((9, 3)).steps == [.init(lower: 2, upper: 3, mass: 1)])
  }

  @Test("says between which bounds a share lies")
  func share() {
    let curve = turnbull((0, 2), (4, 6))
    #expect(curve.share(atMost: 3) == curve.share(atMost: 2))
    #expect(abs(curve.share(atMost: 2).lowerBound - 0.5) < 1e-9)
    let inside = curve.share(atMost: 5)
    #expect(abs(inside.lowerBound - 0.5) < 1e-9 && abs(inside.upperBound - 1) < 1e-9)
  }

  @Test("joins neighbours and keeps the whole")
  func joined() {
    let bounds = (0..<100).map { Bounds(lower: $0 * 2, upper: $0 * 2 + 1, point: nil) }
    let never = [Bounds(lower: 500, upper: nil, point: nil)]
    let joined = Turnbull(of: bounds + never).joined(atMost: 7)
    #expect(joined.count == 8)
    #expect(joined.first?.lower == 0 && joined.last?.upper == nil)
    #expect(abs(joined.reduce(0) { $0 + $1.mass } - 1) < 1e-9)
  }

  /// The likelihood's gradient proves it: no part gains by more mass.
  @Test("is the likeliest of all", arguments: [0.01, 0.3, 2])
  func likeliest(width: Double) {
    var random = SeededGenerator(seed: 3)
    let bounds = (0..<300).map { _ -> Bounds in
      let latency = -log(1 - Double.random(in: 0..<1, using: &random)) * 1e6
      let lower = latency - Double.random(in: 0..<1, using: &random) * width * 1e6
      return latency > 2e6
        ? Bounds(lower: 2_000_000, upper: nil, point: nil)
        : Bounds(lower: Int64(lower), upper: Int64(lower + width * 1e6) + 1, point: nil)
    }
    let curve = Turnbull(of: bounds)
    #expect(curve.gap <= 1e-9)
    #expect(abs(curve.steps.reduce(0) { $0 + $1.mass } - 1) < 1e-9)
    let inverses = bounds.map { bounds in
      1
        / curve.steps.filter {
          $0.lower >= bounds.lower && $0.upper ?? .max <= bounds.upper ?? .max
        }.reduce(0) { $0 + $1.mass }
    }
    for step in curve.steps {
      let gain = zip(bounds, inverses).filter {
        $0.0.lower <= step.lower && step.upper ?? .max <= $0.0.upper ?? .max
      }.reduce(0) { $0 + $1.1 }
      #expect(gain / 300 <= 1 + 1e-6)
    }
  }

  @Test("of ten thousand samples is there at once", .timeLimit(.minutes(1)))
  func many() {
    var random = SeededGenerator(seed: 5)
    let bounds = (0..<10_000).map { _ -> Bounds in
      let lower = Int64.random(in: 0..<1_000_000_000, using: &random)
      return Bounds(lower: lower, upper: lower + 1 + lower / 10, point: nil)
    }
    #expect(Turnbull(of: bounds).gap <= 1e-9)
  }
}
