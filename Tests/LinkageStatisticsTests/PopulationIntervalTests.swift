import LinkageStatistics
import Testing

@Suite("Where a quantile of all values lies")
struct PopulationIntervalTests {
  private func sample(_ count: Int, never: Int = 0) -> SampleQuantile {
    let seen = (1...count).map { Bounds(lower: Int64($0), upper: Int64($0 + 5), point: nil) }
    let rest = (0..<never).map { _ in Bounds(lower: 1_000, upper: nil, point: nil) }
    return SampleQuantile(of: seen + rest)
  }

  @Test("goes from a lower bound of one rank to the upper bound of another")
  func ranks() throws {
    let interval = try #require(sample(100).population(at: 0.5))
    #expect(interval.lower == 40)
    #expect(interval.upper == 66)
    #expect(interval.coverage > 0.95)
  }

  @Test("is unbounded above with too few samples, and with too many that never arrived")
  func unbounded() throws {
    #expect(try #require(sample(71).population(at: 0.95)).upper == nil)
    #expect(try #require(sample(72).population(at: 0.95)).upper == 77)
    #expect(try #require(sample(200, never: 1).population(at: 0.95)).upper != nil)
    #expect(try #require(sample(190, never: 11).population(at: 0.95)).upper == nil)
  }

  @Test("begins anywhere with too few samples, and is nothing without any")
  func few() throws {
    let one = try #require(sample(1).population(at: 0.95))
    #expect(one == PopulationInterval(lower: nil, upper: nil, coverage: 1))
    #expect(SampleQuantile(of: []).population(at: 0.95) == nil)
    // Two that are both late prove more of p95 than many that are not.
    #expect(try #require(sample(2).population(at: 0.95)).lower == 1)
  }

  @Test(
    "keeps to a limit, breaks it, or is undecided",
    arguments: [(66, LimitAnswer.within), (65, .undecided), (41, .undecided), (40, .beyond)])
  func limit(limit: Int, answer: LimitAnswer) throws {
    #expect(try #require(sample(100).population(at: 0.5)).answer(limit: Int64(limit)) == answer)
  }

  @Test(
    "is beyond a limit that its lower bound has reached, since bounds are half open",
    arguments: [(9, LimitAnswer.beyond), (10, .beyond), (11, .undecided), (20, .within)])
  func halfOpen(limit: Int, answer: LimitAnswer) {
    #expect(LimitAnswer(limit: Int64(limit), lower: 10, upper: 20) == answer)
    #expect(
      LimitAnswer(limit: Int64(limit), lower: 10, upper: nil)
        == (answer == .beyond ? .beyond : .undecided))
  }

  @Test("is undecided where it has no bounds")
  func noBounds() {
    #expect(LimitAnswer(limit: 0, lower: nil, upper: nil) == .undecided)
  }

  /// Ten thousand data sets and more kinds of them: `.ci/statistics/compare`.
  @Test(
    "holds the truth in 94.5 % of simulated data sets or more", arguments: Distribution.allCases)
  func simulated(distribution: Distribution) throws {
    var random = SeededGenerator(seed: 7)
    // One in twenty is not seen by the deadline.
    let deadline = distribution.quantile(0.95)
    let watch = Observation(spacing: max(deadline / 40, 2), deadline: deadline)
    let (sets, limit) = (400, distribution.quantile(0.6))
    var hits = [0, 0, 0]
    for _ in 0..<sets {
      let sample = SampleQuantile(
        of: (0..<60).map { _ in
          let latency = distribution.quantile(Double.random(in: 0..<1, using: &random))
          return watch.bounds(of: latency, using: &random)
        })
      for (position, p) in [0.5, 0.9].enumerated() {
        let interval = try #require(sample.population(at: p))
        let truth = distribution.quantile(p)
        if interval.lower ?? .min <= truth, truth <= interval.upper ?? .max { hits[position] += 1 }
      }
      if sample.share(atMost: limit).interval().contains(0.6) { hits[2] += 1 }
    }
    for count in hits { #expect(Double(count) >= 0.945 * Double(sets)) }
  }
}
