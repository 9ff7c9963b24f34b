import LinkageCore

/// The steps that a `sync` may name by their ids.
final class NamedSteps {
  private let outer: NamedSteps?
  private var steps: [String: [(index: Int, step: Step)]] = [:]

  /// - Parameter outer: those beside the step inside of which these stand.
  init(_ steps: [Step], outer: NamedSteps?) {
    self.outer = outer
    for (index, step) in steps.enumerated() {
      self.steps[step.id, default: []].append((index, step))
    }
  }

  /// All rounds of each, in the order in which they stand.
  func steps(named ids: [String]) -> [Step] {
    let own = Set(ids).flatMap { steps[$0] ?? [] }.sorted { $0.index < $1.index }
    return (outer?.steps(named: ids) ?? []) + own.map(\.step)
  }
}
