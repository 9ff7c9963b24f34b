import Values

/// What an evaluation may still spend.
struct Budget {
  /// Bytes or elements looked at that cost as much as one step.
  private static let workPerStep = 64

  private let limits: Limits
  private var steps: Int
  private var work = 0
  private var bytes: Int
  /// Whether a result may hold the same data many times over, each counted once so far.
  private var hasCollections = false
  /// The limit that was exceeded, which ends the evaluation whatever stands around it.
  private(set) var exhausted: EvaluationError.Kind?

  init(_ limits: Limits) {
    self.limits = limits
    steps = limits.steps
    bytes = limits.outputSize
  }

  /// One step of the machine; false when there are none left.
  mutating func step() -> Bool {
    steps -= 1
    if steps < 0 { exhausted = .tooManySteps(limit: limits.steps) }
    return steps >= 0
  }

  /// Bytes or elements about to be looked at.
  mutating func spend(_ amount: Int) throws(Problem) {
    work += amount
    guard work >= Self.workPerStep else { return }
    steps -= work / Self.workPerStep
    work %= Self.workPerStep
    if steps < 0 { throw exhaust(.tooManySteps(limit: limits.steps)) }
  }

  /// Bytes about to be built.
  mutating func build(_ amount: Int) throws(Problem) {
    guard amount <= bytes else { throw exhaust(.outputTooLarge(limit: limits.outputSize)) }
    bytes -= amount
    try spend(amount)
  }

  /// Elements of a list about to be built.
  mutating func build(elements count: Int) throws(Problem) {
    hasCollections = true
    let (bytes, overflow) = count.multipliedReportingOverflow(by: 16)
    try build(overflow ? .max : bytes)
  }

  /// The work that is left, in bytes or elements.
  var remainingWork: Int { max(0, min(steps, Int.max / 128)) * Self.workPerStep }

  /// The limit that a result exceeds once all it holds is counted; nil when it does not.
  func excess(of value: Value) -> EvaluationError.Kind? {
    guard hasCollections else { return nil }
    var rest = limits.outputSize
    var waiting = [value]
    while let next = waiting.popLast() {
      rest -= next.ownSize
      guard rest >= 0 else { return .outputTooLarge(limit: limits.outputSize) }
      switch next {
      case .list(let list): waiting.append(contentsOf: list)
      case .map(let map): for (key, value) in map { waiting += [key, value] }
      default: break
      }
    }
    return nil
  }

  private mutating func exhaust(_ kind: EvaluationError.Kind) -> Problem {
    exhausted = kind
    return .because(kind)
  }
}

extension Value {
  /// Bytes without the elements.
  fileprivate var ownSize: Int {
    switch self {
    case .string(let text): 8 + text.utf8.count
    case .bytes(let bytes): 8 + bytes.count
    case .list(let list): 8 + list.count
    case .map(let map): 8 + map.count
    default: 8
    }
  }
}

/// Why an operator or function has no value. The machine adds where and which.
enum Problem: Error {
  /// The types of the arguments do not fit.
  case noOverload
  case because(EvaluationError.Kind)
}
