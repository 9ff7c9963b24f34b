import LinkageCore

/// How many steps a file may still unfold into, with its rows, rounds and flows.
final class StepBudget {
  static let limit = 20_000

  private var left = limit
  /// Whether it was told that there are too many.
  var isReported = false

  /// Whether so many more are allowed; nothing is once there were too many.
  func take(_ count: Int) -> Bool {
    left -= min(left + 1, count)
    return left >= 0
  }
}

extension StepScope {
  /// Whether so many steps more are allowed; the first that are not are reported.
  func affords(_ count: Int, at node: YAMLNode) -> Bool {
    if budget.take(count) { return true }
    if !budget.isReported { reader.report(.tooManySteps(limit: StepBudget.limit), at: node) }
    budget.isReported = true
    return false
  }

  /// Whether the rounds of a step are allowed, the first of which was counted as it was read.
  func affordsRounds(of read: StepRead) -> Bool {
    guard let rounds = read.rounds else { return true }
    let node = read.item.node.value("repeat") ?? read.item.node
    return affords((rounds.count - 1) * read.step.size, at: node)
  }
}

extension Step {
  /// How many steps it is with those inside it.
  fileprivate var size: Int { children.reduce(1) { $0 + $1.size } }
}
