import LinkageCore

/// `repeat`: how often a step is done.
struct Rounds {
  static let limit = 1_000

  var count: Int
  var every: Nanoseconds?

  /// `nil` for a step without it, or after a report.
  init?(_ step: Fields, reader: NodeReader) {
    guard step.has("repeat"),
      let fields = Fields(step["repeat"], "repeat", keys: ["times", "every"], reader: reader)
    else { return nil }
    every = fields.duration("every")
    guard let node = fields.required("times"),
      let count = reader.count(node, "times", in: 1...Self.limit)
    else { return nil }
    self.count = count
  }

  /// A step for each round. People of a flow inside it are others in each, `path` being what stands
  /// before the names of actors where the step stands.
  func steps(of step: Step, below path: String) -> [Step] {
    (1...count).map { number in
      step.renaming { Self.key($0, round: number, below: path) }
        .with(round: Round(number: number, count: count, every: every))
    }
  }

  /// `member/bob` in the second round: `member#2/bob`; actors from outside stay who they are.
  private static func key(_ key: String, round: Int, below path: String) -> String {
    guard key.hasPrefix(path) else { return key }
    let rest = key.dropFirst(path.count)
    guard let end = rest.firstIndex(of: "/") else { return key }
    return path + rest[..<end] + "#\(round)" + rest[end...]
  }
}

extension Step {
  /// With other keys of actors, in the steps inside it as well.
  fileprivate func renaming(_ key: (String) -> String) -> Step {
    with(body: body.renaming(key), actor: actor.map(key))
  }
}

extension StepBody {
  fileprivate func renaming(_ key: (String) -> String) -> StepBody {
    switch self {
    case .operation, .parity, .fault, .heal, .clock: return self
    case .together(let steps): return .together(steps.map { $0.renaming(key) })
    case .flow(var flow):
      for index in flow.actors.indices { flow.actors[index].key = key(flow.actors[index].key) }
      flow.steps = flow.steps.map { $0.renaming(key) }
      return .flow(flow)
    }
  }
}
