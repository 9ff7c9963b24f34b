import LinkageCheck
import LinkageCore
import Testing

@Suite("Simulated systems")
struct SimulationTests {
  @Test("of one that keeps its word nothing is reported, by any checker", arguments: [1, 2, 3])
  func legal(seed: UInt64) throws {
    let index = HistoryIndex(Simulation(seed: seed, operations: 8_000).history())
    for checker in Checkers.all {
      let result = try checker.check(index)
      #expect(result.violations.prefix(3) == [], "\(checker.name)")
    }
  }

  /// What is observed there, so that silence means something.
  @Test("each checker has something to look at")
  func observed() throws {
    let index = HistoryIndex(Simulation(seed: 4, operations: 8_000).history())
    let sums = ["exactly-once", "conservation", "single-use", "convergence", "isolation"]
    for checker in Checkers.all where (sums + ["signature", "quiescence"]).contains(checker.name) {
      #expect(try checker.check(index).observed > 50, "\(checker.name)")
    }
  }

  @Test("nor of one with a hundred thousand operations")
  func large() throws {
    let history = Simulation(seed: 5, operations: 100_000).history()
    #expect(history.events.count > 200_000)
    let index = HistoryIndex(history)
    for checker in Checkers.all {
      let result = try checker.check(index)
      #expect(result.violations.prefix(3) == [], "\(checker.name)")
    }
  }

  /// Killed at any moment: what was under way may have happened or not.
  @Test("nor where the history was cut off", arguments: [7, 8])
  func cutOff(seed: UInt64) throws {
    var history = Simulation(seed: seed, operations: 1_500).history()
    let events = history.events
    for end in stride(from: 0, to: events.count, by: events.count / 40) {
      history.events = Array(events[..<end])
      let verdict = Judge.verdict(of: history)
      #expect(verdict.checks.flatMap(\.violations).prefix(3) == [], "after \(end)")
      #expect(verdict.checks.allSatisfy { $0.hasCrashed != true }, "after \(end)")
    }
  }

  @Test("a defect is seen by the checker named for it", arguments: Defect.allCases)
  func seen(defect: Defect) throws {
    let index = HistoryIndex(Simulation(seed: 6, operations: 8_000, defect: defect).history())
    let checker = try #require(Checkers.all.first { $0.name == defect.checker })
    #expect(try !checker.check(index).violations.isEmpty)
  }
}
