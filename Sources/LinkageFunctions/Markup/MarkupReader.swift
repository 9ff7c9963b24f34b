/// Tells XML from HTML and reads it.
enum MarkupReader {
  /// XML where the text is that or says it is, HTML otherwise.
  ///
  /// A text that begins with `<?xml` is XML, unless it is a page that is not well-formed. Any
  /// other is XML when it is well-formed and does not begin as an HTML page.
  static func tree(of text: String) throws(MarkupProblem) -> MarkupTree {
    let isDeclared = XmlText.isDeclared(text)
    if !isDeclared, XmlText.isPage(text) { return try HtmlTreeBuilder.tree(of: text) }
    do throws(MarkupProblem) {
      return try XmlReader.tree(of: text)
    } catch {
      guard isMalformed(error), !isDeclared || XmlText.holdsPage(text) else { throw error }
      return try HtmlTreeBuilder.tree(of: text)
    }
  }

  private static func isMalformed(_ problem: MarkupProblem) -> Bool {
    switch problem {
    case .malformed, .tooManyAttributes: true
    default: false
    }
  }
}
