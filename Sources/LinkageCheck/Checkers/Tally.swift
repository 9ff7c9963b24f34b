import LinkageCore

/// What a checker has looked at so far, and what it found.
struct Tally {
  /// What came of one look.
  typealias Look = (wasCompared: Bool, violation: CheckResult.Violation?)

  var observed = 0
  /// Seen, and not to be judged.
  var unjudged = 0
  var violations: [CheckResult.Violation] = []

  mutating func add(_ look: Look) {
    observed += look.wasCompared ? 1 : 0
    if let found = look.violation { violations.append(found) }
  }

  func result(of checker: String) -> CheckResult {
    var result = CheckResult(checker: checker, observed: observed, violations: violations)
    result.unjudged = unjudged > 0 ? unjudged : nil
    return result
  }
}
