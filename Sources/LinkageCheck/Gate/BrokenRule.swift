import LinkageCore

/// No violation and no failed scenario, or one of the two.
struct BrokenRule {
  let run: GateRun
  /// Without what is quarantined.
  let counted: Verdict
  let violations: Bool
  let failed: Bool

  var answer: (Judgement, GateRuleResult.Measured) {
    let found = GateRuleResult.Broken(
      violations: violations ? checkers(.fail) : [], failed: failed ? names([.failed]) : [],
      undecided: (failed ? names([.errored, .interrupted]) : [])
        + (violations ? checkers(.unknown) : []),
      nothingRan: !counted.cases.contains { $0.status != .skipped })
    return (judgement, .broken(found))
  }

  private var judgement: Judgement {
    if violations, failed { return counted.judgement }
    let found = violations ? counted.ofChecks : counted.ofCases
    let isCut = counted.wasInterrupted || !counted.cases.contains { $0.status != .skipped }
    return isCut ? Judgement.worst(found, .unknown) : found
  }

  private func checkers(_ judgement: Judgement) -> [String] {
    counted.checks.filter { $0.counted == judgement }.map(\.checker)
  }

  private func names(_ statuses: [CaseVerdict.Status]) -> [String] {
    zip(run.cases, counted.cases).filter { statuses.contains($0.1.status) }.map(\.0.name)
  }
}
