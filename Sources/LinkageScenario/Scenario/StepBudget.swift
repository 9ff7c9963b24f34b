/// How many steps a file may still unfold into, with its rows, rounds and flows.
final class StepBudget {
  static let limit = 100_000

  private var left = limit
  /// Whether it was told that there are too many.
  var isReported = false

  /// Whether so many more are allowed; nothing is once there were too many.
  func take(_ count: Int) -> Bool {
    left -= min(left + 1, count)
    return left >= 0
  }
}
