import LinkageCore

/// A change that one probe saw, and then no more.
struct ProbeFlicker {
  let index: HistoryIndex

  var all: Tally {
    var tally = Tally()
    for (number, record) in index.records.enumerated() {
      for (place, step) in record.steps.enumerated() where !step.completions.isEmpty {
        let outline = index.outline.cases[number].steps[place]
        guard let sync = outline.sync else { continue }
        let reference = StepReference(case: number, step: place)
        // It takes a read that shows it and one that does not.
        let found =
          step.completions.count > 1 ? violation(of: step, outline, sync, reference) : nil
        tally.add((true, found))
      }
    }
    return tally
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
