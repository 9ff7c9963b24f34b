import LinkageCore

/// A change that one probe saw, and then no more.
struct ProbeFlicker {
  let index: HistoryIndex

  var all: Tally {
    let shared = index.outline.sharedEntities
    var tally = Tally()
    for (number, record) in index.records.enumerated() {
      for (place, step) in record.steps.enumerated() where !step.completions.isEmpty {
        let outline = index.outline.cases[number].steps[place]
        guard let sync = outline.sync else { continue }
        let reference = StepReference(case: number, step: place)
        // It takes a read that shows it and one that does not.
        let found =
          step.completions.count > 1 ? violation(of: step, outline, sync, reference, shared) : nil
        tally.add((true, found))
      }
    }
    return tally
  }

  private func violation(
    of step: StepRecord, _ outline: Outline.Step, _ sync: Outline.Sync, _ reference: StepReference,
    _ shared: Set<String>
  ) -> CheckResult.Violation? {
    guard let some = step.last else { return nil }
    let measuring = Measuring(
      outline: outline, sync: sync, reads: step.completions.map(\.completion), write: some,
      shared: shared)
    guard measuring.flickered else { return nil }
    let shown = Array(zip(step.completions, measuring.shown))
    let seen = shown.filter { $0.1 == true }.map(\.0)
      .min { received($0.completion) < received($1.completion) }
    guard let seen else { return nil }
    let lost = shown.first { entry, shows in
      guard shows == false, let sent = entry.completion.firstSent else { return false }
      return sent > received(seen.completion)
    }
    return lost.map {
      CheckResult.Violation(
        type: .flickered, witness: [seen.position, $0.0.position], step: reference,
        entity: sync.link.entity, platform: sync.link.to)
    }
  }

  private func received(_ completion: Completion) -> Instant {
    completion.received ?? Instant(.max)
  }
}
