/// Which elements end, hold or hide which others (HTML standard, section 13.2.6, shortened).
enum HtmlRules {
  static let empty: Set = [
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input",
    "keygen", "link", "meta", "param", "source", "track", "wbr",
  ]

  static let headElements: Set = [
    "base", "basefont", "bgsound", "link", "meta", "noscript", "script", "style", "template",
    "title",
  ]

  static let controls: Set = ["button", "input", "select", "textarea"]

  /// An end tag of these ends no block that was opened inside.
  static let formatting: Set = [
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt",
    "u",
  ]

  static let rowGroups = HtmlNames("tbody", "thead", "tfoot")
  static let tableParts = rowGroups.union(HtmlNames("table", "tr"))

  /// Where looking for something to end stops.
  private static let scope = HtmlNames(
    "applet", "button", "caption", "html", "marquee", "object", "table", "td", "template", "th")
  private static let table = HtmlNames("table", "template")

  struct Ending {
    var names: HtmlNames
    var barriers: HtmlNames
  }

  static let paragraph = Ending(names: HtmlNames("p"), barriers: scope)

  static let endsParagraph: Set = [
    "address", "article", "aside", "blockquote", "center", "dd", "details", "dialog", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hgroup", "hr", "li", "listing", "main", "menu", "nav", "ol", "p", "plaintext",
    "pre", "search", "section", "summary", "table", "ul", "xmp",
  ]

  /// What a start tag ends, and where looking for it stops.
  static func ending(by name: String) -> Ending? {
    switch name {
    case "li": Ending(names: HtmlNames("li"), barriers: scope.union(HtmlNames("ul", "ol")))
    case "dd", "dt": Ending(names: HtmlNames("dd", "dt"), barriers: scope.union(HtmlNames("dl")))
    case "option":
      Ending(names: HtmlNames("option"), barriers: HtmlNames("select", "optgroup", "datalist"))
    case "optgroup": Ending(names: HtmlNames("option", "optgroup"), barriers: HtmlNames("select"))
    case "a", "button", "select": Ending(names: HtmlNames(name), barriers: outer)
    case "input", "textarea": Ending(names: HtmlNames("select"), barriers: outer)
    case "td", "th":
      Ending(names: HtmlNames("td", "th", "caption"), barriers: table.union(HtmlNames("tr")))
    case "tr": Ending(names: HtmlNames("tr", "caption", "colgroup"), barriers: table)
    case "tbody", "thead", "tfoot":
      Ending(names: rowGroups.union(HtmlNames("caption", "colgroup")), barriers: table)
    case "caption", "colgroup": Ending(names: HtmlNames("caption", "colgroup"), barriers: table)
    default: nil
    }
  }

  private static let outer = scope.subtracting(HtmlNames("button"))

  /// Elements that an end tag does not reach beyond.
  static func barriers(toEndOf name: String) -> HtmlNames {
    switch name {
    case "table", "template": HtmlNames("template")
    case "td", "th", "caption", "colgroup", "tbody", "thead", "tfoot", "tr": table
    case "p": scope
    default: outer
    }
  }
}
