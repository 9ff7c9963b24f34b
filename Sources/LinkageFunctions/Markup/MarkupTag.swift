/// An element's name and attributes.
struct MarkupTag: Equatable {
  /// As it is written; in HTML in lower case.
  var name: String
  /// In HTML each name once: of two with one name the first counts.
  var attributes: [MarkupAttribute] = []
  /// In HTML whether the tag ends with `/>`, which has a meaning inside of SVG and MathML only.
  var isSelfClosing = false
  /// Of XML.
  var namespace = ""

  subscript(attribute: String) -> String? {
    attributes.first { $0.name == attribute }?.value
  }
}

struct MarkupAttribute: Equatable {
  /// As it is written; in HTML in lower case.
  var name: String
  var value: String
  /// Of XML.
  var namespace = ""
}
