import LinkageCore

/// How far one running scenario is.
struct RunningCase: Sendable {
  let started: Instant
  /// The steps that are being done, in the order in which they began; several only where they run
  /// together or stand inside one another.
  private(set) var active: [Int] = []
  /// How often each step was sent.
  private(set) var reads: [Int: Int] = [:]
  /// When each step's operation was last answered.
  private(set) var acknowledged: [Int: Instant] = [:]
  /// Whether some answer of each step said if it happened.
  private var isAnswered: [Int: Bool] = [:]
  /// The steps that ended well.
  private(set) var satisfied: Set<Int> = []
  /// The first step that did not end well.
  private(set) var trouble: (step: Int, reason: StepEnd.Reason)?

  init(started: Instant) { self.started = started }

  mutating func invoked(_ number: Int, at moment: Instant) {
    if !active.contains(number) { active.append(number) }
    reads[number, default: 0] += 1
  }

  mutating func completed(_ completion: Completion) {
    if let received = completion.received { acknowledged[completion.step.step] = received }
    switch completion.outcome {
    case .ok, .refused: isAnswered[completion.step.step] = true
    case .unknown, .unexpected, .unreachable:
      if isAnswered[completion.step.step] == nil { isAnswered[completion.step.step] = false }
    }
  }

  /// Whether the first trouble tells nothing of the product.
  var isUndecided: Bool {
    guard let (step, reason) = trouble else { return false }
    if case .notRunnable = reason { return true }
    return isAnswered[step] == false
  }

  mutating func ended(_ end: StepEnd) {
    active.removeAll { $0 == end.step.step }
    switch end.reason {
    case .satisfied: satisfied.insert(end.step.step)
    case .skipped: break
    default: if trouble == nil { trouble = (end.step.step, end.reason) }
    }
  }
}
