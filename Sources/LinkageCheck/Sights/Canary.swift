import LinkageCore
import Values

/// An actor of a case; the same name in another case is somebody else.
struct Actor: Hashable {
  var `case`: Int
  var key: String

  init(`case`: Int, key: String) {
    self.case = `case`
    self.key = key
  }

  /// `nil` for steps as nobody.
  init?(_ person: Person) {
    guard let actor = person.actor, !actor.isEmpty else { return nil }
    self.init(case: person.case, key: actor)
  }

  /// As files call it: the key of a flow's actor says where the flow is used, too.
  var name: String { key.split(separator: "/").last.map(String.init) ?? key }
}

/// A text that only one actor brought along, so that wherever it shows it is that actor's.
struct Canary {
  var owner: Actor
  /// `phone`, or `address.name`.
  var field: String
  var text: String
}
