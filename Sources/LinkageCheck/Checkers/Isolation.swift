public import LinkageCore
import Values

/// Nobody sees another one's data: what an actor brought along stands in no answer to somebody whom the
/// contract does not let see it.
public struct Isolation: Checker {
  public let name = "isolation"

  public init() {}

  public func check(_ index: HistoryIndex) -> CheckResult {
    let canaries = Canaries(index.history)
    guard !canaries.isEmpty else { return CheckResult(checker: name, observed: 0, violations: []) }
    let sights = Sights(index, canaries)
    var observed = 0
    var violations: [CheckResult.Violation] = []
    var told: Set<Leak> = []
    for operation in index.operations where !operation.isShared {
      guard let viewer = Actor(index.people[operation.person]) else { continue }
      observed += 1
      for canary in found(in: operation, canaries, index) {
        let owner = canaries.all[canary].owner
        guard !sights.maySee(viewer, canary, of: owner),
          told.insert(Leak(viewer: viewer, owner: owner)).inserted
        else { continue }
        violations.append(violation(operation, canaries.all[canary], index))
      }
    }
    return CheckResult(checker: name, observed: observed, violations: violations)
  }

  /// Each pair is told of once.
  private struct Leak: Hashable {
    var viewer: Actor
    var owner: Actor
  }

  private func found(
    in operation: IndexedOperation, _ canaries: Canaries, _ index: HistoryIndex
  ) -> [Int] {
    var found: [Int] = []
    for exchange in index.completion(of: operation)?.exchanges ?? [] {
      if let answer = exchange.answer { canaries.find(in: answer) { found.append($0) } }
      for header in exchange.answerHeaders {
        canaries.find(in: header.value) { found.append($0) }
      }
    }
    return found
  }

  /// The value itself is not told: it is somebody's.
  private func violation(
    _ operation: IndexedOperation, _ canary: Canary, _ index: HistoryIndex
  ) -> CheckResult.Violation {
    index.violation(
      .leaked, [operation], field: canary.field,
      facts: [
        CheckResult.Fact("owner", .string(canary.owner.name)),
        CheckResult.Fact("case", .string(index.outline.cases[canary.owner.case].name)),
      ])
  }
}
