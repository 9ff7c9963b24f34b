import LinkageStatistics
import Testing

@Suite("A binomial count")
struct BinomialTests {
  /// By counting every outcome of so many tries.
  private func enumerated(_ trials: Int, _ probability: Double, atMost count: Int) -> Double {
    (0..<(1 << trials)).reduce(0) { sum, outcome in
      let successes = outcome.nonzeroBitCount
      guard successes <= count else { return sum }
      let chance = (0..<trials).reduce(1) { chance, bit in
        chance * (outcome >> bit & 1 == 1 ? probability : 1 - probability)
      }
      return sum + chance
    }
  }

  @Test("has the probabilities that counting every outcome gives", arguments: [0.05, 0.5, 0.95])
  func enumeration(probability: Double) {
    for trials in 0...10 {
      let binomial = Binomial(trials: trials, probability: probability)
      for count in -1...(trials + 1) {
        let expected = enumerated(trials, probability, atMost: count)
        #expect(abs(binomial.cumulative(count) - expected) < 1e-13)
      }
    }
  }

  @Test("has as quantile the least count that reaches a level")
  func quantile() {
    for trials in [1, 7, 100, 12_345] {
      for probability in [0.01, 0.3, 0.5, 0.99] {
        let binomial = Binomial(trials: trials, probability: probability)
        for level in [0.001, 0.025, 0.4, 0.975] {
          let count = binomial.quantile(level)
          #expect(binomial.cumulative(count) >= level)
          #expect(count == 0 || binomial.cumulative(count - 1) < level)
        }
      }
    }
  }

  /// From SciPy 1.17: `binom.cdf` and `binom.ppf`.
  @Test("is exact for a million tries")
  func many() {
    let binomial = Binomial(trials: 1_000_000, probability: 0.95)
    #expect(abs(binomial.cumulative(950_000) - 0.5006406654337354) < 1e-12)
    #expect(abs(binomial.cumulative(949_500) - 0.01104112239113475) < 1e-12)
    #expect(binomial.quantile(0.025) == 949_572)
    #expect(binomial.quantile(0.975) == 950_427)
  }

  @Test("that is certain, or impossible, is so")
  func edges() {
    #expect(Binomial(trials: 5, probability: 0).quantile(0.5) == 0)
    #expect(Binomial(trials: 5, probability: 0).cumulative(0) == 1)
    #expect(Binomial(trials: 5, probability: 1).quantile(0.5) == 5)
    #expect(Binomial(trials: 5, probability: 1).cumulative(4) == 0)
    #expect(Binomial(trials: 0, probability: 0.5).quantile(0.5) == 0)
    #expect(Binomial(trials: 5, probability: .nan).probability == 0)
    #expect(Binomial(trials: -3, probability: 7) == Binomial(trials: 0, probability: 1))
    #expect(Binomial(trials: 9, probability: 0.5).quantile(1) == 9)
  }
}
