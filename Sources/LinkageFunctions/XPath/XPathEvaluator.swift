/// Evaluates expressions over a tree, within a budget of work.
struct XPathEvaluator {
  let tree: MarkupTree
  private var work = MarkupLimits.work

  init(_ tree: MarkupTree) { self.tree = tree }

  mutating func charge(_ amount: Int) throws(MarkupProblem) {
    work -= amount
    guard work >= 0 else { throw .tooMuchWork }
  }

  mutating func value(
    of expression: XPathExpression, _ context: XPathContext
  ) throws(MarkupProblem) -> XPathValue {
    try charge(1)
    switch expression {
    case .number(let number): return .number(number)
    case .string(let text): return .string(text)
    case .call(let function, let arguments): return try call(function, arguments, context)
    case .negated(let operand):
      return .number(-(try number(try value(of: operand, context))))
    case .or(let operands):
      for operand in operands where boolean(try value(of: operand, context)) {
        return .boolean(true)
      }
      return .boolean(false)
    case .and(let operands):
      for operand in operands where !boolean(try value(of: operand, context)) {
        return .boolean(false)
      }
      return .boolean(true)
    case .chain(let first, let links): return try chain(first, links, context)
    case .union(let operands):
      var all: [XPathNode] = []
      for operand in operands { all += try nodes(of: operand, context) }
      return .nodes(try ordered(all))
    case .path(let start, let steps): return .nodes(try path(start, steps, context))
    }
  }

  /// The nodes that an expression gives; anything else is an error.
  mutating func nodes(
    of expression: XPathExpression, _ context: XPathContext
  ) throws(MarkupProblem) -> [XPathNode] {
    guard case .nodes(let nodes) = try value(of: expression, context) else {
      throw .expression(fault: .wrongType, offset: nil)
    }
    return nodes
  }

  private mutating func chain(
    _ first: XPathExpression, _ links: [XPathExpression.Link], _ context: XPathContext
  ) throws(MarkupProblem) -> XPathValue {
    var left = try value(of: first, context)
    for link in links {
      let right = try value(of: link.operand, context)
      left = try apply(link.sign, left, right)
    }
    return left
  }

  private mutating func apply(
    _ sign: XPathSign, _ left: XPathValue, _ right: XPathValue
  ) throws(MarkupProblem) -> XPathValue {
    switch sign {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      return .boolean(try compare(sign, left, right))
    case .plus: return .number(try number(left) + number(right))
    case .minus: return .number(try number(left) - number(right))
    case .times: return .number(try number(left) * number(right))
    case .div: return .number(try number(left) / number(right))
    case .mod: return .number(try number(left).truncatingRemainder(dividingBy: number(right)))
    }
  }

  // MARK: paths

  private mutating func path(
    _ start: XPathExpression.Start, _ steps: [XPathStep], _ context: XPathContext
  ) throws(MarkupProblem) -> [XPathNode] {
    var current: [XPathNode]
    switch start {
    case .root: current = [XPathNode(node: 0)]
    case .context: current = [context.node]
    case .nodes(let expression, let conditions):
      current = try nodes(of: expression, context)
      for condition in conditions { current = try filtered(current, by: condition) }
    }
    for step in steps { current = try nodes(from: current, step) }
    return current
  }

  private mutating func nodes(
    from starts: [XPathNode], _ step: XPathStep
  ) throws(MarkupProblem) -> [XPathNode] {
    var all: [XPathNode] = []
    var covered = -1
    for start in starts {
      // Without conditions on positions, what was walked through once need not be again.
      if step.conditions.isEmpty, step.axis.goesDown {
        guard start.isAttribute || start.node > covered else { continue }
        covered = max(covered, tree.end(of: start.node))
      }
      var found: [XPathNode] = []
      try walk(step.axis, from: start) { [tree] node in
        if step.test.holds(node, in: tree, axis: step.axis) { found.append(node) }
      }
      for condition in step.conditions { found = try filtered(found, by: condition) }
      all += found
    }
    return try ordered(all)
  }

  /// Those for which the condition holds; a number is a position.
  private mutating func filtered(
    _ nodes: [XPathNode], by condition: XPathExpression
  ) throws(MarkupProblem) -> [XPathNode] {
    var kept: [XPathNode] = []
    for (index, node) in nodes.enumerated() {
      let context = XPathContext(node: node, position: index + 1, size: nodes.count)
      switch try value(of: condition, context) {
      case .number(let number): if number == Double(index + 1) { kept.append(node) }
      case let value: if boolean(value) { kept.append(node) }
      }
    }
    return kept
  }

  private mutating func ordered(_ nodes: [XPathNode]) throws(MarkupProblem) -> [XPathNode] {
    try charge(nodes.count)
    if zip(nodes, nodes.dropFirst()).allSatisfy({ $0 < $1 }) { return nodes }
    try charge(nodes.count * 4)
    var result: [XPathNode] = []
    for node in nodes.sorted() where node != result.last { result.append(node) }
    return result
  }
}
