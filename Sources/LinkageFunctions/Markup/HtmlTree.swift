/// A page as a tree; nodes are numbers in document order.
struct HtmlTree {
  struct Node {
    var kind: Kind
    /// The element around it; `nil` for the root.
    var parent: Int?
    /// For a control: the form it stands in, which need not be an ancestor.
    var form: Int?
    var firstChild: Int?
    var lastChild: Int?
    var next: Int?

    init(kind: Kind, parent: Int?) {
      self.kind = kind
      self.parent = parent
    }
  }

  enum Kind {
    case element(HtmlTag)
    case text(String)
    case comment(String)
  }

  private(set) var nodes: [Node] = []

  mutating func add(_ kind: Kind, to parent: Int?) -> Int {
    let index = nodes.count
    nodes.append(Node(kind: kind, parent: parent))
    guard let parent else { return index }
    if let last = nodes[parent].lastChild {
      nodes[last].next = index
    } else {
      nodes[parent].firstChild = index
    }
    nodes[parent].lastChild = index
    return index
  }

  mutating func setForm(_ form: Int?, of node: Int) { nodes[node].form = form }

  /// Adds what an earlier tag of the same element did not say.
  mutating func merge(_ attributes: [HtmlAttribute], into node: Int) {
    guard case .element(var tag) = nodes[node].kind else { return }
    let known = Set(tag.attributes.map(\.name))
    tag.attributes += attributes.filter { !known.contains($0.name) }
    nodes[node].kind = .element(tag)
  }

  // MARK: reading

  /// An element's name; empty for text and comments.
  func name(_ node: Int) -> String { tag(node)?.name ?? "" }

  func tag(_ node: Int) -> HtmlTag? {
    guard case .element(let tag) = nodes[node].kind else { return nil }
    return tag
  }

  func attribute(_ name: String, of node: Int) -> String? {
    tag(node)?.attributes.first { $0.name == name }?.value
  }

  func has(_ name: String, _ node: Int) -> Bool { attribute(name, of: node) != nil }

  /// From the parent up to the root.
  func ancestors(of node: Int) -> some Sequence<Int> {
    sequence(state: nodes[node].parent) { next -> Int? in
      guard let current = next else { return nil }
      next = nodes[current].parent
      return current
    }
  }

  func children(of node: Int) -> some Sequence<Int> {
    sequence(state: nodes[node].firstChild) { next -> Int? in
      guard let current = next else { return nil }
      next = nodes[current].next
      return current
    }
  }

  /// All below a node, in document order: their numbers follow its own.
  func descendants(of node: Int) -> Range<Int> {
    var last = node
    while let below = nodes[last].lastChild { last = below }
    return node + 1..<last + 1
  }

  /// The text of all text nodes below.
  func text(of node: Int) -> String {
    var text = ""
    for below in descendants(of: node) {
      if case .text(let piece) = nodes[below].kind { text += piece }
    }
    return text
  }
}
