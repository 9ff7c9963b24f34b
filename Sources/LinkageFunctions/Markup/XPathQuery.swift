import CXML

/// An XPath 1.0 expression over a document.
struct XPathQuery {
  var expression: String

  /// The string value of each node in document order; one string for what is no set of nodes.
  func strings(in document: XmlDocument) throws(MarkupProblem) -> [String] {
    let evaluation = try evaluate(in: document)
    guard let set = evaluation.nodes else { return [evaluation.text] }
    var size = 0
    var strings: [String] = []
    strings.reserveCapacity(set.count)
    for node in set {
      guard let text = xmlXPathCastNodeToString(node) else { throw .noMemory }
      defer { cxml_free(text) }
      let string = String(cString: text)
      size += string.utf8.count
      guard size <= MarkupLimits.resultText else { throw .tooManyResults }
      strings.append(string)
    }
    return strings
  }

  /// The places in a page's tree of the elements that it gives, in document order; `nil` where
  /// it gives something else than nodes.
  func places(in document: XmlDocument) throws(MarkupProblem) -> [Int]? {
    try evaluate(in: document).nodes?.compactMap { node in
      node.flatMap { $0.pointee.type == XML_ELEMENT_NODE ? XmlDocument.place(of: $0) : nil }
    }
  }

  private func evaluate(in document: XmlDocument) throws(MarkupProblem) -> XPathEvaluation {
    try checkShape()
    XmlDocument.prepare()
    xmlXPathOrderDocElems(document.pointer)
    guard let context = xmlXPathNewContext(document.pointer) else { throw .noMemory }
    defer { xmlXPathFreeContext(context) }
    cxml_take_errors(context)
    context.pointee.opLimit = MarkupLimits.work
    registerNamespaces(of: document, in: context)
    guard let compiled = xmlXPathCtxtCompile(context, expression) else {
      throw problem(of: context)
    }
    defer { xmlXPathFreeCompExpr(compiled) }
    guard let object = xmlXPathCompiledEval(compiled, context) else { throw problem(of: context) }
    let evaluation = XPathEvaluation(object)
    guard (evaluation.nodes?.count ?? 0) <= MarkupLimits.results else { throw .tooManyResults }
    return evaluation
  }

  /// The prefixes that the root declares may be used.
  private func registerNamespaces(
    of document: XmlDocument, in context: UnsafeMutablePointer<xmlXPathContext>
  ) {
    guard let root = xmlDocGetRootElement(document.pointer) else { return }
    var next = root.pointee.nsDef
    while let namespace = next {
      if let prefix = namespace.pointee.prefix {
        xmlXPathRegisterNs(context, prefix, namespace.pointee.href)
      }
      next = namespace.pointee.next
    }
  }

  // MARK: errors

  /// libxml2 follows parentheses and brackets by calling itself.
  private func checkShape() throws(MarkupProblem) {
    guard expression.utf8.count <= MarkupLimits.expression else { throw .expressionTooLong }
    var depth = 0
    var quote: UInt8?
    for byte in expression.utf8 {
      if let current = quote {
        if byte == current { quote = nil }
        continue
      }
      switch byte {
      case 0: throw .expression(fault: .syntax, offset: nil)
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
      guard depth <= MarkupLimits.nesting else { throw .expressionTooDeep }
    }
  }

  private func problem(of context: UnsafeMutablePointer<xmlXPathContext>) -> MarkupProblem {
    let error = context.pointee.lastError
    let code = Int32(error.code) - Int32(XML_XPATH_EXPRESSION_OK.rawValue)
    guard code > 0 else { return .expression(fault: .syntax, offset: nil) }
    switch xmlXPathError(UInt32(code)) {
    case XPATH_OP_LIMIT_EXCEEDED: return .tooMuchWork
    case XPATH_RECURSION_LIMIT_EXCEEDED: return .expressionTooDeep
    case XPATH_MEMORY_ERROR: return .noMemory
    case let code:
      return .expression(fault: fault(code), offset: error.str1 == nil ? nil : Int(error.int1))
    }
  }

  private func fault(_ code: xmlXPathError) -> XPathFault {
    switch code {
    case XPATH_UNFINISHED_LITERAL_ERROR, XPATH_START_LITERAL_ERROR: .unclosedString
    case XPATH_INVALID_PREDICATE_ERROR: .unclosedPredicate
    case XPATH_UNKNOWN_FUNC_ERROR: .unknownFunction
    case XPATH_UNDEF_PREFIX_ERROR: .unknownPrefix
    case XPATH_VARIABLE_REF_ERROR, XPATH_UNDEF_VARIABLE_ERROR, XPATH_FORBID_VARIABLE_ERROR:
      .unknownVariable
    case XPATH_INVALID_ARITY: .wrongArgumentCount
    case XPATH_INVALID_TYPE, XPATH_INVALID_OPERAND: .wrongType
    case XPATH_NUMBER_ERROR: .badNumber
    default: .syntax
    }
  }
}
