/// What HTML is made of; document types are left out.
enum HtmlToken: Equatable {
  case start(MarkupTag)
  /// A name in lower case.
  case end(String)
  /// Character references are decoded.
  case text(String)
  case comment(String)
}
