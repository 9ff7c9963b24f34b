import LinkageCore

/// How far one running scenario is.
struct RunningCase: Sendable {
  let started: Instant
  /// The step that is being done.
  private(set) var step: Int?
  /// How often that step was read.
  private(set) var reads = 0
  /// When each step's operation was last answered.
  private(set) var acknowledged: [Int: Instant] = [:]
  /// The first step that did not end well.
  private(set) var trouble: (step: Int, reason: StepEnd.Reason)?

  init(started: Instant) { self.started = started }

  mutating func invoked(_ number: Int, at moment: Instant) {
    if step != number { reads = 0 }
    step = number
    reads += 1
  }

  mutating func completed(_ completion: Completion) {
    if let received = completion.received { acknowledged[completion.step.step] = received }
  }

  mutating func ended(_ end: StepEnd) {
    switch end.reason {
    case .satisfied, .skipped: break
    default: if trouble == nil { trouble = (end.step.step, end.reason) }
    }
  }
}
