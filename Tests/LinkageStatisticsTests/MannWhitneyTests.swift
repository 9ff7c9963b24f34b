import LinkageStatistics
import Testing

@Suite("The test of Mann and Whitney")
struct MannWhitneyTests {
  private func test(_ first: [Double], _ second: [Double]) throws -> MannWhitney {
    try #require(MannWhitney(first, over: second))
  }

  private func isNear(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 1e-12 }

  /// Hollander and Wolfe, Nonparametric Statistical Methods (1973), 69: W = 35, p = 0.1272.
  @Test("gives the published probability of the membranes' permeability")
  func permeability() throws {
    let found = try test(
      [0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46], [1.15, 0.88, 0.90, 0.74, 1.21])
    #expect(found.statistic == 35)
    #expect(isNear(found.greater, 382.0 / 3003))
    #expect(isNear(found.different, 764.0 / 3003))
  }

  /// One tail of the table for groups of 4 and 8: of all 495 ways 1, 2, 4, 7, 12 reach 32, 31, 30, 29
  /// and 28.
  @Test(
    "gives the table's tail for 4 over 8",
    arguments: zip([32.0, 31, 30, 29, 28], [1.0, 2, 4, 7, 12]))
  func table(statistic: Double, ways: Double) throws {
    // The least of the four moves below that many of the eight.
    let lost = 32 - statistic
    let found = try test([8.5 - lost, 9, 10, 11], [1, 2, 3, 4, 5, 6, 7, 8])
    #expect(found.statistic == statistic)
    #expect(isNear(found.greater, ways / 495))
  }

  @Test("counts a tie as half, and all ways of choosing among what is tied")
  func ties() throws {
    let found = try test([3, 3, 5, 9], [1, 2, 3, 3, 4, 5, 5, 6])
    #expect(found.statistic == 20)
    #expect(isNear(found.greater, 130.0 / 495))
    #expect(try test([2, 2], [2, 2, 2]).greater == 1)
  }

  @Test("what never came is greater than anything")
  func never() throws {
    let found = try test([.infinity, .infinity, .infinity, 9], [1, 2, 3, 4, 5, 6, 7, .infinity])
    #expect(found.statistic == 3 * 7.5 + 7)
  }

  @Test("is the same whichever group is named first, but for the side")
  func sides() throws {
    let (a, b): ([Double], [Double]) = ([1, 4, 6], [2, 3, 5, 7])
    #expect(try test(a, b).statistic + test(b, a).statistic == 12)
  }

  @Test("says nothing without values")
  func empty() {
    #expect(MannWhitney([], over: [1]) == nil && MannWhitney([1], over: []) == nil)
  }

  @Test("alarms no more often than it says")
  func level() throws {
    var generator = SeededGenerator(seed: 7)
    let alarms = try (0..<2_000).count { _ in
      let values = (0..<12).map { _ in Double.random(in: 0..<1, using: &generator) }
      return try test(Array(values[..<4]), Array(values[4...])).greater <= 0.01
    }
    #expect(alarms <= 40)
  }
}
