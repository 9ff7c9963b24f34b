import LinkageCore

/// When the run itself had something broken, or moved the system's clock.
struct Disturbances: Sendable {
  /// A stretch of time in which a system was not as it should be.
  private struct Span {
    /// The case to whose own system it happened; `nil` for the one that all others share.
    var `case`: Int?
    var from: Instant
    var to: Instant

    func hits(_ case: Int) -> Bool { self.case == nil || self.case == `case` }
  }

  private var faults: [Span] = []
  private var clocks: [Span] = []

  init(_ outline: Outline, _ records: [CaseRecord]) {
    for (number, (item, record)) in zip(outline.cases, records).enumerated() {
      let own = item.hasOwnSystem == true ? number : nil
      for (step, done) in zip(item.steps, record.steps) where step.kind.changesSystem {
        add(step.kind, done, own)
      }
    }
  }

  private mutating func add(_ kind: Outline.Step.Kind, _ record: StepRecord, _ own: Int?) {
    let first = record.completions.first?.completion
    guard let from = first?.firstSent else { return }
    switch kind {
    case .fault:
      let off = record.completions.first {
        $0.completion.read != nil && $0.completion.outcome == .ok
      }
      faults.append(Span(case: own, from: from, to: off?.completion.received ?? Instant(.max)))
    case .clock: clocks.append(Span(case: own, from: from, to: first?.received ?? from))
    default: break
    }
  }

  /// Whether nothing was broken at that time, nor had been for as long as links may need.
  func isQuiet(_ operation: IndexedOperation, after wait: Nanoseconds) -> Bool {
    faults.allSatisfy { fault in
      !fault.hits(operation.step.case) || fault.from > operation.received
        || fault.to != Instant(.max) && fault.to + wait <= operation.began
    }
  }

  /// While faults were on: by the case to whose own system they happened.
  var outages: [Int?: Spans] { Self.byCase(faults) }

  /// While clocks were moved, with which anything may lapse: by the case whose own system's it was.
  var leaps: [Int?: Spans] { Self.byCase(clocks) }

  private static func byCase(_ spans: [Span]) -> [Int?: Spans] {
    Dictionary(grouping: spans, by: \.case)
      .mapValues { Spans($0.map { (began: $0.from, ended: $0.to) }) }
  }

  /// Whether the clock was set forward before an operation was over: what ran out is gone by right.
  func hasMovedClock(before operation: IndexedOperation) -> Bool {
    clocks.contains { $0.hits(operation.step.case) && $0.from < operation.received }
  }
}

extension HistoryIndex {
  /// Whether nothing was broken when that was said, nor shortly before.
  func isQuiet(_ observation: Observation, after wait: Nanoseconds) -> Bool {
    disturbances.isQuiet(operations[observation.operation], after: wait)
  }
}
