/// How values become others, and how they compare (XPath 1.0, sections 3.4 and 4).
extension XPathEvaluator {
  func boolean(_ value: XPathValue) -> Bool {
    switch value {
    case .nodes(let nodes): !nodes.isEmpty
    case .number(let number): number != 0 && !number.isNaN
    case .string(let text): !text.isEmpty
    case .boolean(let truth): truth
    }
  }

  mutating func number(_ value: XPathValue) throws(MarkupProblem) -> Double {
    switch value {
    case .number(let number): number
    case .boolean(let truth): truth ? 1 : 0
    case .string, .nodes: XPathNumber.parse(try string(value))
    }
  }

  mutating func string(_ value: XPathValue) throws(MarkupProblem) -> String {
    switch value {
    case .string(let text): return text
    case .number(let number): return XPathNumber.text(number)
    case .boolean(let truth): return truth ? "true" : "false"
    case .nodes(let nodes):
      guard let first = nodes.first else { return "" }
      return try string(of: first)
    }
  }

  /// A node's string value; long ones cost more.
  mutating func string(of node: XPathNode) throws(MarkupProblem) -> String {
    if node.isAttribute {
      return tree.tag(node.node)?.attributes[node.attribute].value ?? ""
    }
    switch tree.nodes[node.node].kind {
    case .text(let text), .comment(let text), .instruction(_, let text): return text
    case .document, .element:
      try charge(tree.descendants(of: node.node).count)
      let text = tree.text(of: node.node)
      try charge(text.utf8.count / 64)
      return text
    }
  }

  // MARK: comparing

  mutating func compare(
    _ sign: XPathSign, _ left: XPathValue, _ right: XPathValue
  ) throws(MarkupProblem) -> Bool {
    switch (left, right) {
    case (.nodes(let one), .nodes(let other)): return try compare(sign, one, other)
    case (.nodes, .boolean), (.boolean, .nodes):
      return try single(sign, .boolean(boolean(left)), .boolean(boolean(right)))
    case (.nodes(let nodes), _):
      for node in nodes where try single(sign, .string(string(of: node)), right) { return true }
      return false
    case (_, .nodes(let nodes)):
      for node in nodes where try single(sign, left, .string(string(of: node))) { return true }
      return false
    default: break
    }
    return try single(sign, left, right)
  }

  /// Two sets: whether some pair of their nodes fits. Never pair by pair.
  private mutating func compare(
    _ sign: XPathSign, _ one: [XPathNode], _ other: [XPathNode]
  ) throws(MarkupProblem) -> Bool {
    guard !one.isEmpty, !other.isEmpty else { return false }
    let left = try strings(of: one)
    let right = try strings(of: other)
    if sign == .equal { return !left.isDisjoint(with: right) }
    if sign == .notEqual { return left.union(right).count > 1 }
    let small = left.map(XPathNumber.parse).filter { !$0.isNaN }
    let large = right.map(XPathNumber.parse).filter { !$0.isNaN }
    switch sign {
    case .less, .lessOrEqual:
      guard let low = small.min(), let high = large.max() else { return false }
      return try single(sign, .number(low), .number(high))
    default:
      guard let high = small.max(), let low = large.min() else { return false }
      return try single(sign, .number(high), .number(low))
    }
  }

  private mutating func strings(of nodes: [XPathNode]) throws(MarkupProblem) -> Set<String> {
    var strings: Set<String> = []
    for node in nodes { strings.insert(try string(of: node)) }
    return strings
  }

  private mutating func single(
    _ sign: XPathSign, _ left: XPathValue, _ right: XPathValue
  ) throws(MarkupProblem) -> Bool {
    try charge(1)
    switch sign {
    case .equal: return try equal(left, right)
    // Nothing equals what is not a number, so not even itself.
    case .notEqual: return try !equal(left, right)
    case .less: return try number(left) < number(right)
    case .lessOrEqual: return try number(left) <= number(right)
    case .greater: return try number(left) > number(right)
    default: return try number(left) >= number(right)
    }
  }

  private mutating func equal(
    _ left: XPathValue, _ right: XPathValue
  ) throws(MarkupProblem) -> Bool {
    switch (left, right) {
    case (.boolean, _), (_, .boolean): boolean(left) == boolean(right)
    case (.number, _), (_, .number): try number(left) == number(right)
    default: try string(left).utf8.elementsEqual(string(right).utf8)
    }
  }
}
