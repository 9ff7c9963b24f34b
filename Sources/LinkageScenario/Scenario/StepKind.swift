/// What kind of step a mapping is, by its keys.
enum StepKind: CaseIterable {
  case operation, parity, together, use, fault, heal, clock

  /// The keys that make a step one of the kind.
  var markers: [String] {
    switch self {
    case .operation: ["do"] + RequestReader.methods
    case .parity: ["parity"]
    case .together: ["together"]
    case .use: ["use"]
    case .fault: ["fault"]
    case .heal: ["heal"]
    case .clock: ["clock"]
    }
  }

  /// Every kind that a step's keys speak for, with the first key that does.
  static func all(of node: YAMLNode) -> [(kind: StepKind, key: String)] {
    allCases.compactMap { kind in
      kind.markers.first { node.value($0) != nil }.map { (kind, $0) }
    }
  }

  /// The kind of a step; an operation where nothing tells.
  static func of(_ node: YAMLNode) -> StepKind { all(of: node).first?.kind ?? .operation }
}
