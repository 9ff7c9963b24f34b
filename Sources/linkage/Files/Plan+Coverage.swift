import LinkageCore
import LinkageReport

extension Scenario {
  /// What the target lacks for it, and what it must not do there.
  var obstacles: [(problem: Problem, place: Place)] {
    var seen: Set<String> = []
    return systemObstacles
      + allSteps.flatMap { step in
        step.operations.compactMap { operation in
          guard let problem = obstacle(operation), seen.insert(operation.name).inserted else {
            return nil
          }
          return (problem, step.place)
        }
      }
  }

  /// What it cannot break, mend or move.
  private var systemObstacles: [(problem: Problem, place: Place)] {
    let changes = allSteps.filter(\.body.changesSystem)
    let lacking = changes.compactMap { step in
      step.body.lacking.map {
        (problem: Problem.notOnTarget(operation: $0, target: target.name), place: step.place)
      }
    }
    guard lacking.isEmpty, !target.allowsWrites, let first = changes.first else { return lacking }
    return [(.writesDenied(operation: first.id, target: target.name), first.place)]
  }

  private func obstacle(_ operation: Operation) -> Problem? {
    if operation.requests.isEmpty {
      return .notOnTarget(operation: operation.name, target: target.name)
    }
    guard operation.isWrite, !target.allowsWrites else { return nil }
    return .writesDenied(operation: operation.name, target: target.name)
  }
}

extension Plan {
  /// Refuses scenarios that would be skipped.
  func requireAll() throws(Stop) {
    let problems = scenarios.flatMap(\.obstacles).map {
      Diagnostic(problem: $0.problem, place: $0.place)
    }
    guard problems.isEmpty else {
      throw .invalid(Diagnostics(problems: problems, sources: outline.sources))
    }
  }
}
