/// An XPath 1.0 expression, asked of a tree.
///
/// All of XPath 1.0 but variables and the namespace axis. In HTML, names are lower case however
/// the expression writes them; in XML, the root's prefixes may be used.
struct XPathQuery {
  private var expression: String

  /// Refuses what is wrong whatever it is asked of.
  init(_ expression: String) throws(MarkupProblem) {
    guard expression.utf8.count <= MarkupLimits.expression else { throw .expressionTooLong }
    self.expression = expression
  }

  /// The string value of each node in document order; one string for what is no set of nodes.
  func strings(in tree: MarkupTree) throws(MarkupProblem) -> [String] {
    var evaluator = XPathEvaluator(tree)
    let value = try evaluate(&evaluator)
    guard case .nodes(let nodes) = value else { return [try evaluator.string(value)] }
    guard nodes.count <= MarkupLimits.results else { throw .tooManyResults }
    var size = 0
    var strings: [String] = []
    for node in nodes {
      let text = try evaluator.string(of: node)
      size += text.utf8.count
      guard size <= MarkupLimits.resultText else { throw .tooManyResults }
      strings.append(text)
    }
    return strings
  }

  /// The elements among the nodes that it gives.
  func elements(in tree: MarkupTree) throws(MarkupProblem) -> [Int] {
    var evaluator = XPathEvaluator(tree)
    guard case .nodes(let nodes) = try evaluate(&evaluator) else {
      throw .expression(fault: .wrongType, offset: nil)
    }
    return nodes.filter { !$0.isAttribute && tree.tag($0.node) != nil }.map(\.node)
  }

  private func evaluate(_ evaluator: inout XPathEvaluator) throws(MarkupProblem) -> XPathValue {
    let parsed = try XPathParser.parse(expression, prefixes: evaluator.tree.prefixes)
    return try evaluator.value(of: parsed, XPathContext(node: XPathNode(node: 0)))
  }
}
