/// What an expression's author is told.
extension MarkupProblem {
  func sentence(about expression: String) -> String {
    switch self {
    case .tooLarge: "the text is larger than \(MarkupLimits.text / 1024 / 1024) MiB"
    case .tooManyNodes: "the text has more than \(MarkupLimits.nodes) elements and pieces of text"
    case .declarations: "the XML declares entities or the like of its own, which are not followed"
    case .tooManyAttributes: "an element has more than \(MarkupLimits.attributes) attributes"
    case .malformed(let line, let words): "the XML is not well-formed, line \(line): \(words)"
    case .expressionTooLong:
      "the XPath expression is longer than \(MarkupLimits.expression) bytes"
    case .expressionTooDeep:
      "the XPath expression is nested deeper than \(MarkupLimits.nesting) parentheses"
    case .expression(let fault, let offset):
      "\(fault.words) in XPath `\(expression)`\(Self.place(offset, in: expression))"
    case .tooMuchWork:
      "XPath `\(expression)` takes too many steps on this text; say more exactly where to look"
    case .tooManyResults:
      "XPath `\(expression)` gives too much; say more exactly what to take"
    case .noMemory: "there is not enough memory for the text"
    }
  }

  private static func place(_ offset: Int?, in expression: String) -> String {
    character(at: offset, in: expression).map { ", at character \($0)" } ?? ""
  }

  /// Which character of the expression stands at a byte's offset, counted from 1.
  static func character(at offset: Int?, in expression: String) -> Int? {
    guard let offset, offset <= expression.utf8.count else { return nil }
    let before = String(decoding: expression.utf8.prefix(offset), as: UTF8.self)
    return before.unicodeScalars.count + 1
  }
}

extension XPathFault {
  fileprivate var words: String {
    switch self {
    case .syntax: "invalid expression"
    case .unclosedString: "a quoted string does not end"
    case .unknownAxis: "XPath 1.0 has no such axis"
    case .unknownFunction: "XPath 1.0 has no such function"
    case .unknownPrefix: "a prefix that the root does not declare (local-name() needs none)"
    case .unknownVariable: "a variable, and there are none"
    case .wrongArgumentCount: "a function has too few or too many arguments"
    case .wrongType: "nodes are needed and something else is given"
    }
  }
}
