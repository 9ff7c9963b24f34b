import LinkageCore

/// What a checker has looked at so far, and what it found.
struct Tally {
  /// What came of one look.
  typealias Look = (wasCompared: Bool, violation: CheckResult.Violation?)

  var observed = 0
  var violations: [CheckResult.Violation] = []

  mutating func add(_ look: Look) {
    observed += look.wasCompared ? 1 : 0
    if let found = look.violation { violations.append(found) }
  }

  func result(of checker: String) -> CheckResult {
    CheckResult(checker: checker, observed: observed, violations: violations)
  }
}
