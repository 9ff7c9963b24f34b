import LinkageCore

/// When the run itself had something broken, or moved the system's clock.
struct Disturbances: Sendable {
  private(set) var faults: [(from: Instant, to: Instant)] = []
  private(set) var clocks: [Instant] = []

  init(_ outline: Outline, _ records: [CaseRecord]) {
    for (item, record) in zip(outline.cases, records) {
      for (step, done) in zip(item.steps, record.steps) where step.kind.changesSystem {
        add(step.kind, done)
      }
    }
  }

  private mutating func add(_ kind: Outline.Step.Kind, _ record: StepRecord) {
    let first = record.completions.first?.completion
    guard let from = first?.firstSent else { return }
    switch kind {
    case .fault:
      let off = record.completions.first {
        $0.completion.read != nil && $0.completion.outcome == .ok
      }
      faults.append((from, off?.completion.received ?? Instant(.max)))
    case .clock: clocks.append(from)
    default: break
    }
  }

  /// Whether nothing was broken at that time, nor had been for as long as links may need.
  func isQuiet(_ operation: IndexedOperation, after wait: Nanoseconds) -> Bool {
    faults.allSatisfy { fault in
      fault.from > operation.received
        || fault.to != Instant(.max) && fault.to + wait <= operation.began
    }
  }

  /// Faults while they were on, and moved clocks, with which anything may lapse.
  var spans: [(began: Instant, ended: Instant)] {
    faults.map { ($0.from, $0.to) } + clocks.map { ($0, $0) }
  }

  /// Whether the clock was set forward before a moment: what ran out is gone by right.
  func hasMovedClock(before moment: Instant) -> Bool { clocks.contains { $0 < moment } }
}

extension HistoryIndex {
  /// Whether nothing was broken when that was said, nor shortly before.
  func isQuiet(_ observation: Observation, after wait: Nanoseconds) -> Bool {
    disturbances.faults.isEmpty
      || disturbances.isQuiet(operations[observation.operation], after: wait)
  }
}
