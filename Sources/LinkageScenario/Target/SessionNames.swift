/// The names that any request keeps in its session: a header that waits for a mistyped one would
/// never be sent.
enum SessionNames {
  static func shape(targets: [YAMLNode], scenarios: [YAMLNode]) -> Shape {
    var names: [String] = []
    for target in targets {
      guard case .mapping(let operations)? = target.value("operations")?.content else { continue }
      for operation in operations { names += self.names(in: operation.value) }
    }
    for scenario in scenarios {
      for steps in ["steps", "finally"] { names += self.names(in: scenario.value(steps)) }
    }
    var seen: Set<String> = []
    return .plain("session", names.filter { seen.insert($0).inserted })
  }

  private static func names(in node: YAMLNode?) -> [String] {
    guard let node else { return [] }
    let own = node.keys(under: "session").compactMap(\.scalarText)
    guard case .list(let items) = node.content else { return own }
    return own + items.flatMap { names(in: $0.value("together")) }
  }
}
