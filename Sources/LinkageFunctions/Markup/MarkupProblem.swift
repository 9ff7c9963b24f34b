/// Why a text or an XPath expression cannot be read.
enum MarkupProblem: Error, Equatable {
  case tooLarge
  case tooManyNodes
  /// A document type with declarations of its own, such as entities.
  case declarations
  case tooManyAttributes
  /// Not well-formed, with libxml2's words.
  case malformed(line: Int, words: String)
  case expressionTooLong
  case expressionTooDeep
  /// A byte offset into the expression, where it is known.
  case expression(fault: XPathFault, offset: Int?)
  case tooMuchWork
  case tooManyResults
  case noMemory
}

/// What is wrong with an XPath expression.
enum XPathFault: Equatable {
  case syntax, unclosedString, unknownAxis, unknownFunction, unknownPrefix, unknownVariable
  case wrongArgumentCount, wrongType
}
