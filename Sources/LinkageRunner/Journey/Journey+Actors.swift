import CEL
import LinkageCore
import Values

extension Journey {
  /// Who had which fields, so that judging can tell whose data an answer shows. Comes last: only then
  /// is every secret known that may stand in them.
  @inline(never)
  func recordActors() {
    guard hasBegun else { return }
    var recorded: Set<String> = []
    for person in scenario.people {
      guard let fields = actors[person.key], !fields.isEmpty, recorded.insert(person.key).inserted
      else { continue }
      setting.record(
        .actor(
          ActorFields(
            case: index, actor: person.key, fields: masker.mask(.map(fields)),
            made: person.fields.flatMap { $0.value.made(under: $0.key) })))
    }
  }
}

extension Scenario {
  /// The target's accounts, and the actors of the scenario and of its flows.
  fileprivate var people: [Actor] {
    target.accounts.map { Actor(name: $0.name, fields: $0.fields) } + actors
      + allSteps.flatMap { step in
        if case .flow(let flow) = step.body { flow.actors } else { [Actor]() }
      }
  }
}

extension Template {
  /// The names of the values in it that no other run has: those that `fake` made up.
  fileprivate func made(under name: String) -> [String] {
    switch self {
    case .constant: []
    case .value(let located): located.makesUp ? [name] : []
    case .text(let pieces): pieces.contains(where: \.makesUp) ? [name] : []
    case .list(let items):
      items.enumerated().flatMap { $0.element.made(under: "\(name).\($0.offset)") }
    case .map(let entries): entries.flatMap { $0.value.made(under: "\(name).\($0.key)") }
    }
  }
}

extension Template.Piece {
  fileprivate var makesUp: Bool {
    if case .value(let located) = self { located.makesUp } else { false }
  }
}

extension Located {
  fileprivate var makesUp: Bool {
    expression.calledFunctions.contains { $0.qualifiedName?.hasPrefix("fake.") == true }
  }
}
