/// What a page may cost.
enum MarkupLimits {
  /// Bytes of UTF-8.
  static let text = 8 * 1024 * 1024
  /// Elements, texts and comments.
  static let nodes = 200_000
  /// Attributes of one XML element.
  static let attributes = 1000
  /// Bytes of an XPath expression.
  static let expression = 4096
  /// Nested parentheses and brackets of an XPath expression.
  static let nesting = 32
  /// What evaluating an expression may cost: one for each node that is looked at, more for text.
  static let work = 4_000_000
  /// Nodes that an expression may give.
  static let results = 100_000
  /// Bytes of text that an expression may give.
  static let resultText = 16 * 1024 * 1024

  static func check(_ page: String) throws(MarkupProblem) {
    guard page.utf8.count <= text else { throw .tooLarge }
  }
}
