public import LinkageCore

/// What one actor has seen, he sees again: a read that shows a change and, after its answer,
/// a read sent by the same step that does not.
public struct MonotonicReads: Checker {
  public let name = "monotonic-reads"

  public init() {}

  /// Overlapping reads prove nothing; a read that said nothing is passed over.
  public func check(_ index: HistoryIndex) -> CheckResult {
    var observed = 0
    var violations: [CheckResult.Violation] = []
    for (caseIndex, record) in index.records.enumerated() {
      for (stepIndex, step) in record.steps.enumerated() {
        guard let sync = index.outline.cases[caseIndex].steps[stepIndex].sync,
          !step.completions.isEmpty
        else { continue }
        observed += 1
        let reference = StepReference(case: caseIndex, step: stepIndex)
        let outline = index.outline.cases[caseIndex].steps[stepIndex]
        violations += violation(of: step, outline, sync, reference).map { [$0] } ?? []
      }
    }
    return CheckResult(checker: name, observed: observed, violations: violations)
  }

  private func violation(
    of step: StepRecord, _ outline: Outline.Step, _ sync: Outline.Sync,
    _ reference: StepReference
  ) -> CheckResult.Violation? {
    guard let some = step.last else { return nil }
    let measuring = Measuring(
      outline: outline, sync: sync, reads: step.completions.map(\.completion), write: some)
    let answered = step.completions.compactMap { entry in
      measuring.shows(entry.completion).map { (entry: entry, shows: $0) }
    }
    let seen = answered.filter(\.shows).min {
      received($0.entry.completion) < received($1.entry.completion)
    }
    guard let seen else { return nil }
    let lost = answered.first { read in
      guard !read.shows, let sent = read.entry.completion.firstSent else { return false }
      return sent > received(seen.entry.completion)
    }
    return lost.map {
      CheckResult.Violation(
        type: .flickered, witness: [seen.entry.position, $0.entry.position], step: reference)
    }
  }

  private func received(_ completion: Completion) -> Instant {
    completion.received ?? Instant(.max)
  }
}
