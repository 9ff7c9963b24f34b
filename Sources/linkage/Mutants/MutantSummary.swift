import LinkageCore
import MockKit

/// What came of all faults.
struct MutantSummary: Sendable {
  /// Worst first, then by name.
  let results: [MutantResult]
  /// How many were to be tried.
  let asked: Int
  /// Whether all scenarios ran, so that a fault which never fired has none that would make it.
  let isWhole: Bool
  let scenarios: Int
  let within: Nanoseconds
  let seed: UInt64
  /// How long the suite took without a fault.
  let healthy: Nanoseconds

  init(
    results: [MutantResult], asked: Int, isWhole: Bool, scenarios: Int, within: Nanoseconds,
    seed: UInt64, healthy: Nanoseconds
  ) {
    let order = MutantResult.Outcome.allCases
    func rank(_ result: MutantResult) -> (Int, String) {
      (order.firstIndex(of: result.outcome) ?? 0, result.kind.name)
    }
    self.results = results.sorted { rank($0) < rank($1) }
    self.asked = asked
    self.isWhole = isWhole
    self.scenarios = scenarios
    self.within = within
    self.seed = seed
    self.healthy = healthy
  }

  func count(_ family: MutantFamily, _ outcome: MutantResult.Outcome? = nil) -> Int {
    results.count {
      $0.kind.mutantFamily == family && (outcome == nil || $0.outcome == outcome)
    }
  }

  var code: ExitCode { .first(of: results.map { code(of: $0.outcome) }) }

  private func code(of outcome: MutantResult.Outcome) -> ExitCode {
    switch outcome {
    case .falseAlarm, .survived: .failed
    case .neverFired: isWhole ? .failed : .inconclusive
    case .failed: .couldNotTest
    case .undecided: .inconclusive
    case .killed, .killedByAnother, .passed: .passed
    }
  }
}
