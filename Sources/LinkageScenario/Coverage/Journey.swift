import LinkageCore

/// A scenario as the operations that it does, in their order.
struct Journey {
  let acts: [Act]
  let entities: [Contract.Entity]
  /// What each waiting step waits for, by the step's position.
  private let awaited: [Int: [Operation]]
  /// Steps that change the system itself do it by operations, too.
  let others: [Operation]

  init(_ scenario: Scenario, _ outline: Outline.Case, _ contract: Contract?) {
    var walk = Walk(scenario)
    walk.take(scenario.steps, in: "")
    acts = walk.acts.filter { !$0.step.isFinally } + walk.acts.filter(\.step.isFinally)
    others = walk.others
    entities = contract?.entities ?? []
    awaited = Self.awaited(scenario.allSteps, outline)
  }

  /// What changed an entity, of all that a step waits for.
  func awaited(_ entity: String, by act: Act) -> [Operation] {
    (awaited[act.step.position] ?? []).filter { $0.writes.contains(entity) }
  }

  private static func awaited(_ steps: [Step], _ outline: Outline.Case) -> [Int: [Operation]] {
    var awaited: [Int: [Operation]] = [:]
    for (step, known) in zip(steps, outline.steps) {
      guard let writes = known.sync?.writes else { continue }
      awaited[step.position] = writes.filter(steps.indices.contains).map { steps[$0] }
        .filter { $0.fails == nil }.flatMap(\.operations).filter { !$0.effects.isForgery }
    }
    return awaited
  }
}

/// Goes through the steps, and through those inside them.
private struct Walk {
  var acts: [Act] = []
  var others: [Operation] = []
  /// What actors bring along, by their keys.
  private var fields: [String: Set<String>]

  init(_ scenario: Scenario) {
    fields = [:]
    for account in scenario.target.accounts {
      fields[account.name] = Set(account.fields.map(\.key))
    }
    note(scenario.actors)
  }

  private mutating func note(_ actors: [Scenario.Actor]) {
    for actor in actors { fields[actor.key, default: []].formUnion(actor.fields.map(\.key)) }
  }

  mutating func take(_ steps: [Step], in path: String) {
    for step in steps {
      if case .flow(let flow) = step.body {
        note(flow.actors)
        take(flow.steps, in: "\(path)\(step.id)/")
      } else if step.body.changesSystem {
        others += step.operations
      } else {
        let own = step.actor.flatMap { fields[$0] } ?? []
        acts += step.operations.map { Act(step: step, operation: $0, path: path, fields: own) }
        take(step.children, in: path)
      }
    }
  }
}
