import LinkageStatistics
import Testing

@Suite("The ranks between which a quantile lies")
struct QuantileRanksTests {
  @Test(
    "are those of the tables for the median",
    arguments: [(5, 0, 6), (6, 1, 6), (10, 2, 9), (20, 6, 15), (100, 40, 61)])
  func median(samples: Int, lower: Int, upper: Int) {
    let ranks = QuantileRanks(of: 0.5, samples: samples)
    #expect(ranks.lower == lower)
    #expect(ranks.upper == upper)
  }

  @Test("cover what counting every order of ten samples says")
  func enumeration() {
    // Each sample is below the median or above it, both alike.
    for lower in 0...10 {
      for upper in (lower + 1)...11 {
        let hits = (0..<1_024).count { (lower..<upper).contains($0.nonzeroBitCount) }
        let coverage = QuantileRanks.coverage(of: 0.5, samples: 10, lower: lower, upper: upper)
        #expect(abs(coverage - Double(hits) / 1_024) < 1e-14)
      }
    }
  }

  @Test("cover at least what was asked for", arguments: [0.5, 0.9, 0.95, 0.99], [0.9, 0.95, 0.99])
  func coverage(p: Double, confidence: Double) {
    for samples in Array(0...400) + [1_000, 10_000] {
      let ranks = QuantileRanks(of: p, samples: samples, confidence: confidence)
      #expect(ranks.coverage >= confidence)
      #expect(ranks.lower < ranks.upper)
    }
  }

  @Test(
    "bound it from above from so many samples on", arguments: [(0.5, 6), (0.95, 72), (0.99, 368)])
  func needed(p: Double, samples: Int) {
    #expect(QuantileRanks.samplesNeeded(for: p) == samples)
    #expect(QuantileRanks(of: p, samples: samples).upper == samples)
    #expect(QuantileRanks(of: p, samples: samples - 1).upper == samples)
  }

  @Test("ask for one sample where any will do, and for no end where none will")
  func neededAtTheEnds() {
    #expect(QuantileRanks.samplesNeeded(for: 0) == 1)
    #expect(QuantileRanks.samplesNeeded(for: 1) == 1 << 52)
    #expect(QuantileRanks.samplesNeeded(for: 0.999) == 3_688)
  }
}
