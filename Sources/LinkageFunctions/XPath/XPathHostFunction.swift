import CEL
import Values

/// Pieces of HTML and XML.
enum XPathHostFunction {
  static let all = [xpath]

  /// `xpath(text, expression)`: XPath 1.0 over HTML or XML, always a list of strings.
  ///
  /// A set of nodes gives each node's string value in document order, anything else one string.
  private static let xpath = HostFunction(name: "xpath", arity: 2) {
    (arguments: [Value]) throws(HostError) -> Value in
    guard let text = arguments[0].stringValue, let expression = arguments[1].stringValue else {
      let types = arguments.map(\.typeName).joined(separator: " and ")
      throw HostError(code: "type", message: "takes a text and an expression, not \(types)")
    }
    do throws(MarkupProblem) {
      let query = try XPathQuery(expression)
      let strings = try query.strings(in: MarkupReader.tree(of: text))
      return .list(strings.map { .string($0) })
    } catch {
      throw HostError(code: "xpath", message: error.sentence(about: expression))
    }
  }
}
