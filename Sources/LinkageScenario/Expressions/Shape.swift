/// What may be selected from a name in an expression.
indirect enum Shape: Sendable {
  /// Anything, as far as the files tell.
  case any
  case members(Members)
  /// A step that runs after the expression.
  case later
  /// `env` or `secret`, with the variables there are.
  case variables(kind: String, names: Set<String>)

  static func plain(_ owner: String, _ names: [String]) -> Shape {
    .members(Members(owner: .plain(owner), names: names))
  }
}

/// The fields that a name has, and whose they are.
struct Members: Sendable {
  enum Owner: Sendable, Hashable {
    case plain(String)
    case inputs(operation: String)
    case outputs(operation: String)
  }

  var owner: Owner
  /// In the order in which messages list them.
  var names: [String]
  /// What may be selected further; anything where nothing is said.
  var shapes: [String: Shape] = [:]
}
