/// Builds a page's tree as browsers do in all that forms and XPath depend on.
///
/// Implied elements (`html`, `head`, `body`, `tbody`) are made, open paragraphs, cells and options
/// end where they must, and a control belongs to the form that was open when its tag came, even
/// where tables and forms are nested wrongly. Not done as in browsers: stray content of a table
/// stays inside of it, and wrongly nested `<b>` and the like are not opened again.
struct HtmlTreeBuilder {
  private var tree = MarkupTree(isHtml: true)
  private var open = HtmlStack()
  private var head: Int?
  private var body: Int?
  private var form: Int?
  /// Text that was not added yet: pieces beside each other become one node.
  private var text = ""

  /// Deeper elements become siblings, as in browsers.
  private static let depthLimit = 512

  static func tree(of page: String) throws(MarkupProblem) -> MarkupTree {
    try MarkupLimits.check(page)
    var tokenizer = HtmlTokenizer(page)
    var builder = HtmlTreeBuilder()
    while let token = tokenizer.next() {
      builder.take(token)
      guard builder.tree.nodes.count <= MarkupLimits.nodes else { throw .tooManyNodes }
    }
    builder.ensureBody()
    builder.flush()
    return builder.tree
  }

  private mutating func take(_ token: HtmlToken) {
    switch token {
    case .text(let piece): take(text: piece)
    case .comment(let words):
      ensureRoot()
      flush()
      _ = tree.add(.comment(words), to: open.last)
    case .start(let tag): start(tag)
    case .end(let name): end(name)
    }
  }

  // MARK: text

  private mutating func take(text piece: String) {
    if text.isEmpty, body == nil, isBetweenElements {
      guard !piece.utf8.allSatisfy(\.isSpace) else { return }
      ensureBody()
    }
    text += piece
  }

  /// Whether what comes next is neither in one of the head's elements nor in the body.
  private var isBetweenElements: Bool { open.count <= 1 || open.last == head }

  private mutating func flush() {
    guard !text.isEmpty, let parent = open.last else { return }
    _ = tree.add(.text(text), to: parent)
    text = ""
  }

  // MARK: what is implied

  private mutating func ensureRoot() {
    if open.isEmpty { push(MarkupTag(name: "html")) }
  }

  private mutating func ensureHead() {
    ensureRoot()
    guard head == nil, body == nil else { return }
    head = push(MarkupTag(name: "head"))
  }

  private mutating func ensureBody() {
    guard body == nil else { return }
    ensureHead()
    cut(to: 1)
    body = push(MarkupTag(name: "body"))
  }

  @discardableResult
  private mutating func push(_ tag: MarkupTag) -> Int {
    flush()
    let node = tree.add(.element(tag), to: open.last)
    if open.count < Self.depthLimit { open.push(node, name: tag.name) }
    return node
  }

  private mutating func cut(to count: Int) {
    flush()
    open.cut(to: count)
  }

  // MARK: start tags

  private mutating func start(_ tag: MarkupTag) {
    switch tag.name {
    case "html":
      ensureRoot()
      if let root = open.first { tree.merge(tag.attributes, into: root) }
    case "head":
      ensureHead()
      if let head { tree.merge(tag.attributes, into: head) }
    case "body":
      ensureBody()
      if let body { tree.merge(tag.attributes, into: body) }
    case "form": startForm(tag)
    default: insert(tag)
    }
  }

  /// A form inside of a form is none.
  private mutating func startForm(_ tag: MarkupTag) {
    let isInert = open.contains("template")
    guard form == nil || isInert else { return }
    let node = insert(tag)
    guard !isInert else { return }
    form = node
    // It cannot hold rows, but what stands in them is its own.
    if let parent = tree.nodes[node].parent,
      !HtmlNames(of: tree.name(parent)).isDisjoint(with: HtmlRules.tableParts)
    {
      open.remove(node: node)
    }
  }

  @discardableResult
  private mutating func insert(_ tag: MarkupTag) -> Int {
    if body == nil, HtmlRules.headElements.contains(tag.name) || isInsideHead {
      ensureHead()
    } else {
      ensureBody()
    }
    endImplied(by: tag.name)
    insertImplied(for: tag.name)
    let node = push(tag)
    if HtmlRules.controls.contains(tag.name), !open.contains("template") {
      tree.setForm(form, of: node)
    }
    let isForeign = open.contains("svg") || open.contains("math")
    if HtmlRules.empty.contains(tag.name) || tag.isSelfClosing && isForeign, open.last == node {
      open.cut(to: open.count - 1)
    }
    return node
  }

  /// Whether an element of the head is open, such as a template.
  private var isInsideHead: Bool { body == nil && head != nil && open.count > 2 }

  private mutating func insertImplied(for name: String) {
    let isCell = name == "td" || name == "th"
    guard isCell || name == "tr" else { return }
    if open.lastNames.contains(HtmlNames("table")) { push(MarkupTag(name: "tbody")) }
    if isCell, !open.lastNames.isDisjoint(with: HtmlRules.rowGroups) {
      push(MarkupTag(name: "tr"))
    }
  }

  private mutating func endImplied(by name: String) {
    if HtmlRules.endsParagraph.contains(name), open.contains("p") { end(HtmlRules.paragraph) }
    if let ending = HtmlRules.ending(by: name) { end(ending) }
  }

  private mutating func end(_ ending: HtmlRules.Ending) {
    if let index = open.outermost(ending) { cut(to: index) }
  }

  // MARK: end tags

  private mutating func end(_ name: String) {
    switch name {
    case "html", "body": return
    case "head":
      if body == nil, head != nil { cut(to: 1) }
    case "form" where !open.contains("template"): endForm()
    default: endElement(name)
    }
  }

  private mutating func endForm() {
    guard let node = form else { return }
    form = nil
    flush()
    open.remove(node: node)
  }

  private mutating func endElement(_ name: String) {
    guard let (index, keepsAbove) = open.ended(by: name) else { return }
    guard keepsAbove else { return cut(to: index) }
    flush()
    open.remove(at: index)
  }
}
