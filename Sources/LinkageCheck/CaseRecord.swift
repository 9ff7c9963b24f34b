import LinkageCore

/// A history's events of one step, in order, with their positions.
struct StepRecord {
  var invocations = 0
  var completions: [(position: Int, completion: Completion)] = []
  var end: StepEnd.Reason?

  /// The completion that counts: of a probe the last one, else the only one.
  var last: Completion? { completions.last?.completion }

  var duration: Nanoseconds? {
    let firsts = completions.compactMap(\.completion.firstSent)
    let lasts = completions.compactMap(\.completion.received)
    guard let first = firsts.min(), let last = lasts.max() else { return nil }
    return last - first
  }
}

/// A history's events of one case.
struct CaseRecord {
  var started: Instant?
  var ended: Instant?
  var end: CaseEnd.Reason?
  var steps: [StepRecord]

  /// One record for each case of the outline, in its order.
  static func all(of history: History) -> [CaseRecord] {
    var records = history.outline.cases.map { outline in
      CaseRecord(steps: Array(repeating: StepRecord(), count: outline.steps.count))
    }
    for (position, event) in history.events.enumerated() {
      Self.add(event, at: position, to: &records)
    }
    return records
  }

  private static func add(_ event: Event, at position: Int, to records: inout [CaseRecord]) {
    switch event.kind {
    case .caseStarted(let index) where records.indices.contains(index):
      records[index].started = event.at
    case .caseEnded(let end) where records.indices.contains(end.case):
      records[end.case].ended = event.at
      records[end.case].end = end.reason
    case .invoked(let invocation):
      change(invocation.step, in: &records) { $0.invocations += 1 }
    case .completed(let completion):
      change(completion.step, in: &records) { $0.completions.append((position, completion)) }
    case .stepEnded(let end):
      change(end.step, in: &records) { $0.end = end.reason }
    default:
      break
    }
  }

  /// A stored history that names a step its outline lacks is left as it is: nothing is judged on it.
  private static func change(
    _ step: StepReference, in records: inout [CaseRecord], _ body: (inout StepRecord) -> Void
  ) {
    guard records.indices.contains(step.case),
      records[step.case].steps.indices.contains(step.step)
    else { return }
    body(&records[step.case].steps[step.step])
  }
}
