import LinkageStatistics
import Testing

@Suite("The share of values at or below a limit")
struct ShareTests {
  private let sample = SampleQuantile(of: [
    Bounds(lower: 1, upper: 3, point: nil), Bounds(lower: 2, upper: 5, point: nil),
    Bounds(lower: 4, upper: nil, point: nil),
  ])

  @Test(
    "counts what certainly lies there and what may",
    arguments: [(1, 0, 0), (2, 0, 1), (3, 1, 2), (4, 1, 2), (5, 2, 3), (99, 2, 3)])
  func counts(limit: Int, least: Int, most: Int) {
    #expect(sample.share(atMost: Int64(limit)) == Share(samples: 3, least: least, most: most))
  }

  /// Clopper and Pearson for 8 of 10, 0 of 10 and 10 of 10, from SciPy's `binomtest`.
  @Test(
    "has the bounds of Clopper and Pearson",
    arguments: [(8, 0.4439045376923585, 0.974789276712), (0, 0, 0.308497), (10, 0.691503, 1)])
  func exact(count: Int, lower: Double, upper: Double) {
    let interval = Share(samples: 10, least: count, most: count).interval()
    #expect(abs(interval.lowerBound - lower) < 1e-6)
    #expect(abs(interval.upperBound - upper) < 1e-6)
  }

  @Test("is covered as often as promised, whatever it is")
  func coverage() {
    let intervals = (0...30).map { Share(samples: 30, least: $0, most: $0).interval() }
    for step in 0...200 {
      let truth = Double(step) / 200
      let binomial = Binomial(trials: 30, probability: truth)
      let coverage = (0...30).filter { intervals[$0].contains(truth) }
        .reduce(0) { $0 + binomial.cumulative($1) - binomial.cumulative($1 - 1) }
      #expect(coverage >= 0.95 - 1e-12)
    }
  }

  @Test("of nothing may be anything")
  func nothing() {
    #expect(SampleQuantile(of: []).share(atMost: 5).interval() == 0...1)
  }
}
