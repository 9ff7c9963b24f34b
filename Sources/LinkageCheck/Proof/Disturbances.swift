import LinkageCore

/// When the run itself had something broken, or moved the system's clock.
struct Disturbances: Sendable {
  /// A stretch of time in which a system was not as it should be.
  private struct Span {
    /// The number of the system to which it happened.
    var system: Int
    var from: Instant
    var to: Instant
  }

  private let systems: Systems
  private var faults: [Span] = []
  private var clocks: [Span] = []

  init(_ outline: Outline, _ records: [CaseRecord], _ systems: Systems) {
    self.systems = systems
    for (number, (item, record)) in zip(outline.cases, records).enumerated() {
      for (step, done) in zip(item.steps, record.steps) where step.kind.changesSystem {
        add(step.kind, done, systems.number(ofCase: number))
      }
    }
  }

  private mutating func add(_ kind: Outline.Step.Kind, _ record: StepRecord, _ system: Int) {
    let first = record.completions.first?.completion
    guard let from = first?.firstSent else { return }
    switch kind {
    case .fault:
      let off = record.completions.first {
        $0.completion.read != nil && $0.completion.outcome == .ok
      }
      faults.append(Span(system: system, from: from, to: off?.completion.received ?? Instant(.max)))
    case .clock: clocks.append(Span(system: system, from: from, to: first?.received ?? from))
    default: break
    }
  }

  /// Whether nothing was broken at that time, nor had been for as long as links may need.
  func isQuiet(_ operation: IndexedOperation, after wait: Nanoseconds) -> Bool {
    let system = systems.number(of: operation)
    return faults.allSatisfy { fault in
      fault.system != system || fault.from > operation.received
        || fault.to != Instant(.max) && fault.to + wait <= operation.began
    }
  }

  /// While faults were on, by the system.
  var outages: [Int: Spans] { Self.bySystem(faults) }

  /// While clocks were moved, with which anything may lapse, by the system.
  var leaps: [Int: Spans] { Self.bySystem(clocks) }

  private static func bySystem(_ spans: [Span]) -> [Int: Spans] {
    Dictionary(grouping: spans, by: \.system)
      .mapValues { Spans($0.map { (began: $0.from, ended: $0.to) }) }
  }

  /// Whether the clock was set forward before an operation was over: what ran out is gone by right.
  func hasMovedClock(before operation: IndexedOperation) -> Bool {
    let system = systems.number(of: operation)
    return clocks.contains { $0.system == system && $0.from < operation.received }
  }
}

extension HistoryIndex {
  /// Whether nothing was broken when that was said, nor shortly before.
  func isQuiet(_ observation: Observation, after wait: Nanoseconds) -> Bool {
    disturbances.isQuiet(operations[observation.operation], after: wait)
  }
}
