import CEL
import Values

/// Pieces of HTML and XML.
enum XPathHostFunction {
  static let all = [xpath]

  /// `xpath(text, expression)`: XPath 1.0 over HTML or XML, always a list of strings.
  ///
  /// A set of nodes gives each node's string value in document order, anything else one string.
  private static let xpath = HostFunction(
    name: "xpath", arity: 2, result: .list(.string), check: check
  ) { (arguments: [Value]) throws(HostError) -> Value in
    guard let text = arguments[0].stringValue, let expression = arguments[1].stringValue else {
      throw wrongTypes(arguments)
    }
    do throws(MarkupProblem) {
      let query = try XPathQuery(expression)
      let strings = try query.strings(in: MarkupReader.tree(of: text))
      return .list(strings.map { .string($0) })
    } catch {
      throw failure(error, expression)
    }
  }

  /// What is wrong with an expression, whatever the text is.
  @Sendable private static func check(_ literals: [Value?]) -> HostFunction.ArgumentProblem? {
    guard let expression = literals.last??.stringValue else { return nil }
    do throws(MarkupProblem) {
      _ = try XPathParser.parse(expression, prefixes: nil)
      return nil
    } catch {
      return HostFunction.ArgumentProblem(
        argument: literals.count - 1, error: failure(error, expression))
    }
  }

  private static func failure(_ problem: MarkupProblem, _ expression: String) -> HostError {
    HostError(
      code: "xpath", message: problem.sentence(about: expression),
      chinese: problem.chineseSentence(about: expression))
  }

  private static func wrongTypes(_ arguments: [Value]) -> HostError {
    let types = arguments.map(\.typeName)
    return HostError(
      code: "type",
      message: "takes a text and an expression, not \(types.joined(separator: " and "))",
      chinese: "需要一段文本和一个 XPath 表达式，而不是 \(types.joined(separator: " 和 "))")
  }
}
