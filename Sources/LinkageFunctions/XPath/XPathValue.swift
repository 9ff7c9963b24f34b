/// What an expression gives.
enum XPathValue {
  /// In document order, each once.
  case nodes([XPathNode])
  case number(Double)
  case string(String)
  case boolean(Bool)
}

/// A node of the tree, or an attribute of one.
struct XPathNode: Hashable, Comparable {
  var node: Int
  /// The attribute's place; -1 stands for the node itself.
  var attribute = -1

  var isAttribute: Bool { attribute >= 0 }

  /// Document order.
  static func < (one: XPathNode, other: XPathNode) -> Bool {
    (one.node, one.attribute) < (other.node, other.attribute)
  }
}

/// For what an expression is evaluated.
struct XPathContext {
  var node: XPathNode
  var position = 1
  var size = 1
}
