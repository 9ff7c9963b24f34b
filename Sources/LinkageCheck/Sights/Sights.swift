import LinkageCore
import Values

/// Who may see whose data.
struct Sights {
  /// By the actor's name: whom the contract lets it see.
  private let promised: [String: Set<String>]
  /// Who acted with another one's data, and that with success: they are one person, or share it.
  private var partners: [Actor: Set<Actor>] = [:]
  /// What each actor has itself sent.
  private var sent: [Actor: Set<Int>] = [:]

  init(_ index: HistoryIndex, _ canaries: Canaries) {
    promised = Dictionary(
      (index.outline.sights ?? []).map { ($0.actor, Set($0.sees)) },
      uniquingKeysWith: { $0.union($1) })
    for operation in index.operations {
      guard let actor = Actor(index.people[operation.person]) else { continue }
      note(operation.inputs, of: actor, hasHappened: operation.end != .refused, canaries)
    }
  }

  func maySee(_ viewer: Actor, _ canary: Int, of owner: Actor) -> Bool {
    viewer == owner || promised[viewer.name]?.contains(owner.name) == true
      || partners[viewer]?.contains(owner) == true || sent[viewer]?.contains(canary) == true
  }

  private mutating func note(
    _ value: Value, of actor: Actor, hasHappened: Bool, _ canaries: Canaries
  ) {
    switch value {
    case .string(let text):
      guard let number = canaries.number(of: text) else { return }
      sent[actor, default: []].insert(number)
      let owner = canaries.all[number].owner
      guard owner != actor, hasHappened else { return }
      partners[actor, default: []].insert(owner)
      partners[owner, default: []].insert(actor)
    case .list(let items):
      for item in items { note(item, of: actor, hasHappened: hasHappened, canaries) }
    case .map(let map):
      for (_, item) in map { note(item, of: actor, hasHappened: hasHappened, canaries) }
    default: break
    }
  }
}
