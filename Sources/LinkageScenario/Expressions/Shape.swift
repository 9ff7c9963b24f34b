import CEL

/// What may be selected from a name in an expression, and the type of what it stands for.
indirect enum Shape: Sendable {
  /// Anything, as far as the files tell.
  case any
  case value(StaticType)
  case members(Members)
  /// A step that runs after the expression.
  case later
  /// A step that begins at the same instant.
  case beside
  /// A step that only holds others, and leaves nothing of its own.
  case group
  /// `env` or `secret`, with the variables there are.
  case variables(kind: String, names: Set<String>)

  static func plain(_ owner: String, _ names: [String]) -> Shape {
    .members(Members(owner: .plain(owner), names: names))
  }

  /// Members of which every type is known, in the order given.
  static func typed(_ owner: String, _ members: KeyValuePairs<String, StaticType>) -> Shape {
    .members(
      Members(
        owner: .plain(owner), names: members.map(\.key),
        shapes: Dictionary(members.map { ($0.key, .value($0.value)) }) { $1 }))
  }
}

/// The fields that a name has, and whose they are.
struct Members: Sendable {
  enum Owner: Sendable, Hashable {
    case plain(String)
    case inputs(operation: String)
    case outputs(operation: String)
    /// A step that must end in an error.
    case refused(step: String)
  }

  var owner: Owner
  /// In the order in which messages list them.
  var names: [String]
  /// What may be selected further; anything where nothing is said.
  var shapes: [String: Shape] = [:]
}

extension Shape {
  var type: StaticType {
    switch self {
    case .any, .later, .beside, .group: .dyn
    case .value(let type): type
    case .members(let members): .record(members.shapes.mapValues(\.type))
    case .variables: .map(key: .string, value: .string)
    }
  }
}
