import CXML

/// A document of libxml2; belongs to the thread that made it.
final class XmlDocument {
  let pointer: UnsafeMutablePointer<xmlDoc>

  init(_ pointer: UnsafeMutablePointer<xmlDoc>) { self.pointer = pointer }

  deinit { xmlFreeDoc(pointer) }

  /// XML where the text is that or says it is, HTML otherwise.
  ///
  /// A text that begins with `<?xml` is XML, unless it is a page that is not well-formed. Any
  /// other is XML when it is well-formed and does not begin as an HTML page.
  static func reading(_ text: String) throws(MarkupProblem) -> XmlDocument {
    let isDeclared = XmlText.isDeclared(text)
    if !isDeclared, XmlText.isPage(text) { return try html(text) }
    do throws(MarkupProblem) {
      return try xml(text)
    } catch {
      guard Self.isMalformed(error), !isDeclared || looksLikePage(text) else { throw error }
      return try html(text)
    }
  }

  private static func isMalformed(_ problem: MarkupProblem) -> Bool {
    switch problem {
    case .malformed, .tooManyAttributes: true
    default: false
    }
  }

  static func html(_ text: String) throws(MarkupProblem) -> XmlDocument {
    try of(HtmlTreeBuilder.tree(of: text))
  }

  static func xml(_ text: String) throws(MarkupProblem) -> XmlDocument {
    try XmlText.check(text)
    prepare()
    guard let parser = xmlNewParserCtxt() else { throw .noMemory }
    defer { xmlFreeParserCtxt(parser) }
    cxml_forget_declarations(parser)
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue
    let quiet = XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    let bytes = text.utf8.drop { $0.isSpace }.map { CChar(bitPattern: $0) }
    // The text is Unicode already: what it says of its encoding is of no account.
    let document = xmlCtxtReadMemory(
      parser, bytes, Int32(bytes.count), nil, "UTF-8",
      Int32(options | quiet | XML_PARSE_IGNORE_ENC.rawValue))
    guard let document else { throw problem(of: parser) }
    let result = XmlDocument(document)
    // An entity that nobody declared is no error where a document type is named.
    guard parser.pointee.errNo == 0 else { throw problem(of: parser) }
    return result
  }

  /// Once for the process, and for this thread: errors are not written anywhere.
  static func prepare() {
    _ = isReady
    cxml_be_quiet()
  }

  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  private static func problem(of parser: UnsafeMutablePointer<xmlParserCtxt>) -> MarkupProblem {
    let error = parser.pointee.lastError
    let words = error.message.map { String(cString: $0) } ?? "no content"
    return .malformed(line: Int(error.line), words: words.htmlCollapsed)
  }

  private static func looksLikePage(_ text: String) -> Bool {
    var rest = Substring(text).utf8
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[open...]
      if rest.prefix(5).map(\.lowercased).elementsEqual("<html".utf8) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
