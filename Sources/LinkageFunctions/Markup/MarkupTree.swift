/// HTML or XML as a tree; nodes are numbers in document order.
struct MarkupTree {
  struct Node {
    var kind: Kind
    /// What stands around it; `nil` for the document.
    var parent: Int?
    /// For a control: the form it stands in, which need not be an ancestor.
    var form: Int?
    var firstChild: Int?
    var lastChild: Int?
    var next: Int?
    var previous: Int?

    init(kind: Kind, parent: Int?) {
      self.kind = kind
      self.parent = parent
    }
  }

  enum Kind {
    case document
    case element(MarkupTag)
    case text(String)
    case comment(String)
    case instruction(target: String, data: String)
  }

  /// The document is the first.
  private(set) var nodes = [Node(kind: .document, parent: nil)]
  let isHtml: Bool
  /// What the prefixes of the root element stand for; of XML.
  var prefixes: [String: String] = [:]

  init(isHtml: Bool) { self.isHtml = isHtml }

  mutating func add(_ kind: Kind, to parent: Int?) -> Int {
    let index = nodes.count
    let parent = parent ?? 0
    nodes.append(Node(kind: kind, parent: parent))
    if let last = nodes[parent].lastChild {
      nodes[last].next = index
      nodes[index].previous = last
    } else {
      nodes[parent].firstChild = index
    }
    nodes[parent].lastChild = index
    return index
  }

  mutating func setForm(_ form: Int?, of node: Int) { nodes[node].form = form }

  /// Adds what an earlier tag of the same element did not say.
  mutating func merge(_ attributes: [MarkupAttribute], into node: Int) {
    guard case .element(var tag) = nodes[node].kind else { return }
    let known = Set(tag.attributes.map(\.name))
    tag.attributes += attributes.filter { !known.contains($0.name) }
    nodes[node].kind = .element(tag)
  }

  // MARK: reading

  /// An element's name; empty for everything else.
  func name(_ node: Int) -> String { tag(node)?.name ?? "" }

  func tag(_ node: Int) -> MarkupTag? {
    guard case .element(let tag) = nodes[node].kind else { return nil }
    return tag
  }

  func attribute(_ name: String, of node: Int) -> String? { tag(node)?[name] }

  func has(_ name: String, _ node: Int) -> Bool { attribute(name, of: node) != nil }

  /// The last node below, or the node itself.
  func end(of node: Int) -> Int {
    var last = node
    while let below = nodes[last].lastChild { last = below }
    return last
  }

  /// All below a node, in document order: their numbers follow its own.
  func descendants(of node: Int) -> Range<Int> { node + 1..<end(of: node) + 1 }

  /// The text of all text nodes below.
  func text(of node: Int) -> String {
    var text = ""
    for below in descendants(of: node) {
      if case .text(let piece) = nodes[below].kind { text += piece }
    }
    return text
  }
}
