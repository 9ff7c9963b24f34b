/// Names of elements that rules speak of, as a set that is cheap to look into.
struct HtmlNames: OptionSet, Equatable {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  /// These names alone, without what else is known of them.
  init(_ names: String...) {
    self = names.reduce(into: []) { $0.formUnion(Self.known[$1] ?? []) }
    remove(.block)
  }

  /// An element's own; empty where no rule speaks of it.
  init(of name: String) { self = Self.known[name] ?? [] }

  /// Elements that inline end tags do not reach beyond.
  static let block = HtmlNames(rawValue: 1 << 63)

  private static let known: [String: HtmlNames] = {
    var known: [String: HtmlNames] = [:]
    for (bit, name) in ruled.enumerated() { known[name] = HtmlNames(rawValue: 1 << UInt64(bit)) }
    for name in blocks { known[name, default: []].formUnion(block) }
    return known
  }()

  private static let ruled = [
    "a", "applet", "body", "button", "caption", "colgroup", "datalist", "dd", "dl", "dt", "head",
    "html", "li", "marquee", "math", "object", "ol", "optgroup", "option", "p", "select", "svg",
    "table", "tbody", "td", "template", "tfoot", "th", "thead", "tr", "ul",
  ]

  private static let blocks = [
    "address", "applet", "article", "aside", "blockquote", "body", "button", "caption", "center",
    "col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6",
    "head", "header", "hgroup", "hr", "html", "iframe", "li", "listing", "main", "marquee", "menu",
    "nav", "noembed", "noframes", "noscript", "object", "ol", "p", "plaintext", "pre", "script",
    "search", "section", "select", "style", "summary", "table", "tbody", "td", "template",
    "textarea", "tfoot", "th", "thead", "title", "tr", "ul", "xmp",
  ]
}
