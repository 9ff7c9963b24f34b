import CXML

/// A page's tree as a document of libxml2.
extension XmlDocument {
  static func of(_ tree: HtmlTree) throws(MarkupProblem) -> XmlDocument {
    prepare()
    guard let pointer = htmlNewDocNoDtD(nil, nil) else { throw .noMemory }
    let document = XmlDocument(pointer)
    var made: [UnsafeMutablePointer<xmlNode>] = []
    made.reserveCapacity(tree.nodes.count)
    for (index, node) in tree.nodes.enumerated() {
      guard let new = document.make(node) else { throw .noMemory }
      // Found again by its number, one more than it is since zero is no pointer's value.
      new.pointee._private = UnsafeMutableRawPointer(bitPattern: index + 1)
      if let parent = node.parent {
        xmlAddChild(made[parent], new)
      } else {
        xmlDocSetRootElement(pointer, new)
      }
      made.append(new)
    }
    return document
  }

  /// The place in the tree that a node was made from.
  static func place(of node: UnsafeMutablePointer<xmlNode>) -> Int? {
    node.pointee._private.map { Int(bitPattern: $0) - 1 }
  }

  private func make(_ node: HtmlTree.Node) -> UnsafeMutablePointer<xmlNode>? {
    switch node.kind {
    case .text(let text): return xmlNewDocText(pointer, text)
    case .comment(let words): return xmlNewDocComment(pointer, words)
    case .element(let tag):
      guard let element = xmlNewDocNode(pointer, nil, tag.name, nil) else { return nil }
      for attribute in tag.attributes { xmlNewProp(element, attribute.name, attribute.value) }
      return element
    }
  }
}
