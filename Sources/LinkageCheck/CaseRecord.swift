import LinkageCore

/// A history's events of one step, in order, with their positions.
struct StepRecord {
  /// Where it began, as a position in the history.
  var began: Int?
  /// When a schedule wanted it sent, other than as one of many reads.
  var planned: Instant?
  var completions: StepCompletions
  var end: StepEnd.Reason?

  /// The completion that counts: of a probe the last one, else the only one.
  var last: Completion? { completions.last?.completion }

  var skip: SkipReason? {
    if case .skipped(let reason) = end { return reason }
    return nil
  }

  var duration: Nanoseconds? { Self.duration(of: [self]) }

  /// From the first send to the last receipt of some steps.
  static func duration(of records: [StepRecord]) -> Nanoseconds? {
    let exchanges = records.lazy.flatMap(\.completions).flatMap(\.completion.exchanges)
    guard let first = exchanges.map(\.sent).min(), let last = exchanges.map(\.received).max() else {
      return nil
    }
    return last - first
  }

  /// The completion from which a later probe counts: it happened, and before the probe began; of a
  /// read that was itself repeated the first that showed what it waited for.
  func acknowledgement(of outline: Outline.Step, before began: Int?) -> Completion? {
    let done = completions.filter { $0.position < began ?? .max && $0.completion.outcome == .ok }
      .map(\.completion)
    guard let sync = outline.sync, let last = done.last else { return done.last }
    let measuring = Measuring(outline: outline, sync: sync, reads: done, write: last)
    return done.first { measuring.shows($0) == true } ?? last
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
    let empty = StepRecord(completions: StepCompletions(in: history.events))
    var records = history.outline.cases.map { outline in
      CaseRecord(steps: Array(repeating: empty, count: outline.steps.count))
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
      change(invocation.step, in: &records) {
        $0.began = $0.began ?? position
        if invocation.read == nil { $0.planned = invocation.planned ?? $0.planned }
      }
    case .completed(let completion):
      change(completion.step, in: &records) { $0.completions.append(position) }
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
