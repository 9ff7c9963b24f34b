/// What HTML is made of; document types are left out.
enum HtmlToken: Equatable {
  case start(HtmlTag)
  /// A name in lower case.
  case end(String)
  /// Character references are decoded.
  case text(String)
  case comment(String)
}

/// A start tag.
struct HtmlTag: Equatable {
  /// In lower case.
  var name: String
  /// Names in lower case, each once: of two with one name the first counts.
  var attributes: [HtmlAttribute] = []
  /// Whether it ends with `/>`, which has a meaning inside of SVG and MathML only.
  var isSelfClosing = false
}

struct HtmlAttribute: Equatable {
  var name: String
  var value: String
}
