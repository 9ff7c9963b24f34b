import CXML

/// XML by libxml2: well-formed with namespaces, without declarations, from memory alone.
enum XmlReader {
  static func tree(of text: String) throws(MarkupProblem) -> MarkupTree {
    try XmlText.check(text)
    _ = isReady
    // Errors would be written to standard error; the setting belongs to the thread.
    cxml_be_quiet()
    guard let parser = xmlNewParserCtxt() else { throw .noMemory }
    defer { xmlFreeParserCtxt(parser) }
    cxml_forget_declarations(parser)
    guard let document = read(text, parser) else { throw problem(of: parser) }
    defer { xmlFreeDoc(document) }
    // An entity that nobody declared is no error for libxml2 where a document type is named.
    guard parser.pointee.errNo == 0 else { throw problem(of: parser) }
    return tree(of: document)
  }

  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// The text is Unicode already: what it says of its encoding is of no account.
  private static func read(
    _ text: String, _ parser: UnsafeMutablePointer<xmlParserCtxt>
  ) -> UnsafeMutablePointer<xmlDoc>? {
    let options = [
      XML_PARSE_NONET, XML_PARSE_NOCDATA, XML_PARSE_NOERROR, XML_PARSE_NOWARNING,
      XML_PARSE_IGNORE_ENC,
    ].reduce(0) { $0 | $1.rawValue }
    let bytes = text.utf8.drop { $0.isSpace }.map { CChar(bitPattern: $0) }
    return xmlCtxtReadMemory(parser, bytes, Int32(bytes.count), nil, "UTF-8", Int32(options))
  }

  private static func problem(of parser: UnsafeMutablePointer<xmlParserCtxt>) -> MarkupProblem {
    let error = parser.pointee.lastError
    let words = error.message.map { String(cString: $0) } ?? "no content"
    return .malformed(line: Int(error.line), words: words.htmlCollapsed)
  }

  // MARK: copying

  private static func tree(of document: UnsafeMutablePointer<xmlDoc>) -> MarkupTree {
    var tree = MarkupTree(isHtml: false)
    if let root = xmlDocGetRootElement(document) { tree.prefixes = prefixes(of: root) }
    var parent = 0
    var current = document.pointee.children
    while let node = current {
      let copy = kind(of: node).map { tree.add($0, to: parent) }
      if let copy, let child = node.pointee.children, node.pointee.type == XML_ELEMENT_NODE {
        parent = copy
        current = child
        continue
      }
      var next: UnsafeMutablePointer<xmlNode>? = node
      while let here = next, here.pointee.next == nil {
        next = here.pointee.parent
        // The document is the parent of the root.
        if next?.pointee.type == XML_DOCUMENT_NODE { next = nil }
        parent = tree.nodes[parent].parent ?? 0
      }
      current = next?.pointee.next
    }
    return tree
  }

  private static func kind(of node: UnsafeMutablePointer<xmlNode>) -> MarkupTree.Kind? {
    switch node.pointee.type {
    case XML_ELEMENT_NODE: .element(tag(of: node))
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: .text(content(of: node))
    case XML_COMMENT_NODE: .comment(content(of: node))
    case XML_PI_NODE:
      .instruction(target: string(node.pointee.name), data: content(of: node))
    default: nil
    }
  }

  private static func tag(of node: UnsafeMutablePointer<xmlNode>) -> MarkupTag {
    var tag = MarkupTag(name: name(node.pointee.name, node.pointee.ns))
    tag.namespace = string(node.pointee.ns?.pointee.href)
    var next = node.pointee.properties
    while let attribute = next {
      // Without declarations and entities an attribute's value is one piece of text.
      let value = string(attribute.pointee.children?.pointee.content)
      tag.attributes.append(
        MarkupAttribute(
          name: name(attribute.pointee.name, attribute.pointee.ns), value: value,
          namespace: string(attribute.pointee.ns?.pointee.href)))
      next = attribute.pointee.next
    }
    return tag
  }

  private static func prefixes(of root: UnsafeMutablePointer<xmlNode>) -> [String: String] {
    var prefixes = ["xml": "http://www.w3.org/XML/1998/namespace"]
    var next = root.pointee.nsDef
    while let namespace = next {
      if let prefix = namespace.pointee.prefix {
        prefixes[string(prefix)] = string(namespace.pointee.href)
      }
      next = namespace.pointee.next
    }
    return prefixes
  }

  private static func name(
    _ local: UnsafePointer<xmlChar>?, _ namespace: UnsafeMutablePointer<xmlNs>?
  ) -> String {
    guard let prefix = namespace?.pointee.prefix else { return string(local) }
    return "\(string(prefix)):\(string(local))"
  }

  private static func content(of node: UnsafeMutablePointer<xmlNode>) -> String {
    string(node.pointee.content)
  }

  private static func string(_ text: UnsafePointer<xmlChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }
}
