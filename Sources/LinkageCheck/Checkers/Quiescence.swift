public import LinkageCore
import Values

/// After the last write has arrived everything is at rest: what still changes by itself is an echo,
/// news that the platforms send each other again and again.
public struct Quiescence: Checker {
  public let name = "quiescence"

  public init() {}

  public func check(_ index: HistoryIndex) -> CheckResult {
    var observed = 0
    let changes = index.changes
    let forgeries = Forgeries(index)
    var told: Set<Int> = []
    let violations = QuietChange.all(changes, observed: &observed).filter { change in
      change.isEcho && forgeries.between(change, index) == nil
        && told.insert(change.subject).inserted
    }.map { violation($0, index) }
    return CheckResult(checker: name, observed: observed, violations: violations)
  }

  private func violation(_ change: QuietChange, _ index: HistoryIndex) -> CheckResult.Violation {
    index.violation(
      .restless, [index.operation(of: change.earlier), index.operation(of: change.later)],
      of: index.subjects[change.subject], field: change.field,
      facts: change.facts)
  }
}
