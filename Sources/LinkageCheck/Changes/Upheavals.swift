import LinkageCore

/// When the surroundings were not as usual: faults while they were on, and moved clocks, with which
/// anything may lapse.
enum Upheavals {
  static func all(of history: History) -> [(began: Instant, ended: Instant)] {
    var open: [StepReference: Instant] = [:]
    var spans: [(began: Instant, ended: Instant)] = []
    for event in history.events {
      guard case .completed(let completion) = event.kind, history.outline.has(completion.step)
      else { continue }
      switch history.outline.cases[completion.step.case].steps[completion.step.step].kind {
      case .fault: fault(completion, event.at, &open, &spans)
      case .clock: spans.append((completion.firstSent ?? event.at, completion.received ?? event.at))
      default: break
      }
    }
    return spans + open.values.sorted().map { ($0, Instant(.max)) }
  }

  private static func fault(
    _ completion: Completion, _ moment: Instant, _ open: inout [StepReference: Instant],
    _ spans: inout [(began: Instant, ended: Instant)]
  ) {
    if completion.read == nil {
      open[completion.step] = completion.firstSent ?? moment
    } else if completion.outcome == .ok, let began = open.removeValue(forKey: completion.step) {
      spans.append((began, completion.received ?? moment))
    }
  }
}
