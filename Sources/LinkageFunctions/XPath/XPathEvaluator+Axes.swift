extension XPathAxis {
  /// Whether all that it gives lies below the node.
  var goesDown: Bool { self == .descendant || self == .descendantOrSelf }
}

/// Axes, in their own direction.
extension XPathEvaluator {
  mutating func walk(
    _ axis: XPathAxis, from start: XPathNode, _ visit: (XPathNode) -> Void
  ) throws(MarkupProblem) {
    try charge(1)
    switch axis {
    case .self: visit(start)
    case .namespace: break
    case .parent:
      if let parent = parent(of: start) { visit(XPathNode(node: parent)) }
    case .ancestor, .ancestorOrSelf: try walkUp(axis, from: start, visit)
    case .following: try walk(tree.end(of: start.node) + 1..<tree.nodes.count, start, visit)
    case .preceding: try walkBack(from: start.node, visit)
    // An attribute has nothing below it, beside it, and no attributes.
    case _ where start.isAttribute: if axis == .descendantOrSelf { visit(start) }
    case .attribute:
      for index in (tree.tag(start.node)?.attributes ?? []).indices {
        try charge(1)
        visit(XPathNode(node: start.node, attribute: index))
      }
    case .child: try walkAlong(tree.nodes[start.node].firstChild, \.next, visit)
    case .followingSibling: try walkAlong(tree.nodes[start.node].next, \.next, visit)
    case .precedingSibling: try walkAlong(tree.nodes[start.node].previous, \.previous, visit)
    case .descendant: try walk(tree.descendants(of: start.node), start, visit)
    case .descendantOrSelf:
      visit(start)
      try walk(tree.descendants(of: start.node), start, visit)
    }
  }

  private mutating func walk(
    _ range: Range<Int>, _ start: XPathNode, _ visit: (XPathNode) -> Void
  ) throws(MarkupProblem) {
    try charge(range.count)
    for node in range { visit(XPathNode(node: node)) }
  }

  private mutating func walkAlong(
    _ first: Int?, _ link: any KeyPath<MarkupTree.Node, Int?> & Sendable,
    _ visit: (XPathNode) -> Void
  ) throws(MarkupProblem) {
    var next = first
    while let node = next {
      try charge(1)
      visit(XPathNode(node: node))
      next = tree.nodes[node][keyPath: link]
    }
  }

  private mutating func walkUp(
    _ axis: XPathAxis, from start: XPathNode, _ visit: (XPathNode) -> Void
  ) throws(MarkupProblem) {
    if axis == .ancestorOrSelf { visit(start) }
    var next = parent(of: start)
    while let node = next {
      try charge(1)
      visit(XPathNode(node: node))
      next = tree.nodes[node].parent
    }
  }

  /// All before the node, without its ancestors.
  private mutating func walkBack(
    from node: Int, _ visit: (XPathNode) -> Void
  ) throws(MarkupProblem) {
    try charge(node)
    var ancestor = tree.nodes[node].parent
    for before in (0..<node).reversed() {
      if before == ancestor {
        ancestor = tree.nodes[before].parent
      } else {
        visit(XPathNode(node: before))
      }
    }
  }

  private func parent(of node: XPathNode) -> Int? {
    node.isAttribute ? node.node : tree.nodes[node.node].parent
  }
}

extension XPathTest {
  func holds(_ node: XPathNode, in tree: MarkupTree, axis: XPathAxis) -> Bool {
    switch self {
    case .node: return true
    case .text: return kind(node, tree) == .text
    case .comment: return kind(node, tree) == .comment
    case .instruction(let target):
      guard !node.isAttribute, case .instruction(let name, _) = tree.nodes[node.node].kind else {
        return false
      }
      return target == nil || target == name
    case .any, .name, .inNamespace:
      guard node.isAttribute == (axis == .attribute), let tag = tree.tag(node.node) else {
        return false
      }
      if node.isAttribute {
        let attribute = tag.attributes[node.attribute]
        return fits(attribute.name, attribute.namespace, isHtml: tree.isHtml)
      }
      return fits(tag.name, tag.namespace, isHtml: tree.isHtml)
    }
  }

  private func fits(_ name: String, _ namespace: String, isHtml: Bool) -> Bool {
    switch self {
    case .any: true
    case .name(let wanted):
      isHtml ? name == wanted.asciiLowercased : namespace.isEmpty && name == wanted
    case .inNamespace(let wanted, let local):
      namespace == wanted && (local == nil || name.localName == local)
    default: false
    }
  }

  private enum Kind { case text, comment, other }

  private func kind(_ node: XPathNode, _ tree: MarkupTree) -> Kind {
    guard !node.isAttribute else { return .other }
    switch tree.nodes[node.node].kind {
    case .text: return .text
    case .comment: return .comment
    default: return .other
    }
  }
}

extension String {
  /// Behind the prefix.
  var localName: String {
    firstIndex(of: ":").map { String(self[index(after: $0)...]) } ?? self
  }
}
