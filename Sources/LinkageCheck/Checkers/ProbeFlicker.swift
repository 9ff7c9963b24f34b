import LinkageCore

/// A change that one probe saw, and then no more.
struct ProbeFlicker {
  let index: HistoryIndex

  var all: (observed: Int, violations: [CheckResult.Violation]) {
    var observed = 0
    var violations: [CheckResult.Violation] = []
    for (number, record) in index.records.enumerated() {
      for (place, step) in record.steps.enumerated() where !step.completions.isEmpty {
        let outline = index.outline.cases[number].steps[place]
        guard let sync = outline.sync else { continue }
        observed += 1
        // It takes a read that shows it and one that does not.
        guard step.completions.count > 1 else { continue }
        let reference = StepReference(case: number, step: place)
        if let found = violation(of: step, outline, sync, reference) { violations.append(found) }
      }
    }
    return (observed, violations)
  }

  private func violation(
    of step: StepRecord, _ outline: Outline.Step, _ sync: Outline.Sync, _ reference: StepReference
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
        type: .flickered, witness: [seen.entry.position, $0.entry.position], step: reference,
        entity: sync.link.entity, platform: sync.link.to)
    }
  }

  private func received(_ completion: Completion) -> Instant {
    completion.received ?? Instant(.max)
  }
}
