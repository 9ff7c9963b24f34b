/// An XPath 1.0 expression as it was parsed. Chains are flat: only brackets make it deeper.
indirect enum XPathExpression {
  case number(Double)
  case string(String)
  case call(XPathFunction, [XPathExpression])
  case negated(XPathExpression)
  case or([XPathExpression])
  case and([XPathExpression])
  /// Equality, order and arithmetic, from left to right.
  case chain(XPathExpression, [Link])
  case union([XPathExpression])
  case path(Start, [XPathStep])

  struct Link {
    var sign: XPathSign
    var operand: XPathExpression
  }

  enum Start {
    case root, context
    /// Nodes of an expression, filtered by conditions.
    case nodes(XPathExpression, [XPathExpression])
  }
}

enum XPathSign: String {
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case plus = "+"
  case minus = "-"
  case times = "*"
  case div, mod
}

struct XPathStep {
  var axis: XPathAxis
  var test: XPathTest
  var conditions: [XPathExpression] = []
}

enum XPathAxis: String {
  case ancestor
  case ancestorOrSelf = "ancestor-or-self"
  case attribute, child, descendant
  case descendantOrSelf = "descendant-or-self"
  case following
  case followingSibling = "following-sibling"
  /// Always empty here.
  case namespace
  case parent, preceding
  case precedingSibling = "preceding-sibling"
  case `self`
}

enum XPathTest {
  /// Any element, or any attribute on that axis.
  case any
  /// As it is written, without a prefix.
  case name(String)
  case inNamespace(String, local: String?)
  case node, text, comment
  case instruction(String?)
}
