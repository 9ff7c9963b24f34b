import LinkageCore
import Values

/// What people are known by: points that an answer gives without saying whose are those of the
/// actor who asked.
struct PersonKeys {
  /// The entities that reads are given the key of: whose they are does not follow from who asks.
  private let named: Set<Int>
  /// For each person by the name of the key.
  private var known: [[String: Known]]

  private struct Known {
    var value: Value
    /// When whoever said so last was asked.
    var asked: Instant
  }

  init(people: Int, named: Set<Int>) {
    self.named = named
    known = Array(repeating: [:], count: people)
  }

  /// - Returns: what else the person was known by until then.
  mutating func learn(
    _ key: String, _ value: Value, from operation: IndexedOperation
  ) -> Renaming? {
    let now = Known(value: value, asked: operation.began)
    guard let old = known[operation.person].updateValue(now, forKey: key), old.value != value else {
      return nil
    }
    return Renaming(
      key: key, from: old.value, to: value, began: old.asked, ended: operation.received)
  }

  /// Whether some read of the entity is given its key.
  func isNamed(_ entity: Int) -> Bool { named.contains(entity) }

  /// The key of an entity of that person; `nil` where nobody knows it.
  func key(_ name: String, of person: Int, entity: Int) -> Value? {
    named.contains(entity) ? nil : known[person][name]?.value
  }

  /// The entities whose key is an input of some operation that reads them.
  static func named(in history: History, shapes: StepShapes) -> Set<Int> {
    var named: Set<Int> = []
    let keys = history.outline.entities.map(\.key)
    for event in history.events {
      guard case .invoked(let invocation) = event.kind, (invocation.read ?? 0) == 0,
        history.outline.has(invocation.step)
      else { continue }
      for entity in shapes[invocation.step].reads where !named.contains(entity) {
        if let key = invocation.inputs[keys[entity]], !key.isNull { named.insert(entity) }
      }
    }
    return named
  }
}
