import Yams

extension DocumentTree {
  package init(yaml: String) throws {
    self = try Yams.compose(yaml: yaml).map(Self.init) ?? .map([])
  }

  private init(_ node: Node) {
    switch node {
    case .mapping(let mapping):
      self = .map(mapping.map { Field(name: $0.key.string ?? "", value: Self($0.value)) })
    case .sequence(let sequence): self = .list(sequence.map(Self.init))
    case .scalar(let scalar): self = Self.scalar(scalar, node)
    case .alias: self = .literal("null")
    }
  }

  /// What stands in quotes is a text; times stay texts, too.
  private static func scalar(_ scalar: Node.Scalar, _ node: Node) -> DocumentTree {
    guard scalar.style == .plain else { return .text(scalar.string) }
    switch Resolver.default.resolveTag(of: node) {
    case .int, .float: return .literal(scalar.string)
    case .bool: return .literal(node.bool == true ? "true" : "false")
    case .null: return .literal("null")
    default: return .text(scalar.string)
    }
  }
}
