/// The core function library (XPath 1.0, section 4).
extension XPathEvaluator {
  mutating func call(
    _ function: XPathFunction, _ arguments: [XPathExpression], _ context: XPathContext
  ) throws(MarkupProblem) -> XPathValue {
    switch function {
    case .last: return .number(Double(context.size))
    case .position: return .number(Double(context.position))
    case .true: return .boolean(true)
    case .false: return .boolean(false)
    case .not: return .boolean(!boolean(try value(of: arguments[0], context)))
    case .boolean: return .boolean(boolean(try value(of: arguments[0], context)))
    case .count: return .number(Double(try nodes(of: arguments[0], context).count))
    case .id: return .nodes(try elements(withIDs: try value(of: arguments[0], context)))
    case .lang: return .boolean(try hasLanguage(context.node, try text(arguments[0], context)))
    case .name, .localName, .namespaceURI:
      return .string(try name(function, arguments, context))
    case .number, .sum, .floor, .ceiling, .round:
      return .number(try number(function, arguments, context))
    case .contains, .startsWith:
      let texts = try texts(arguments, context)
      try charge((texts[0].utf8.count + texts[1].utf8.count) / 64)
      return .boolean(
        function == .contains
          ? TextSearch(texts[1]).first(in: texts[0]) != nil
          : texts[0].utf8.starts(with: texts[1].utf8))
    case .string where arguments.isEmpty: return .string(try string(of: context.node))
    default:
      var texts = try texts(arguments, context)
      if texts.isEmpty { texts = [try string(of: context.node)] }
      try charge(texts.reduce(0) { $0 + $1.utf8.count } / 64)
      if function == .stringLength {
        return .number(Double(texts[0].unicodeScalars.count))
      }
      return .string(try string(function, texts, arguments, context))
    }
  }

  // MARK: arguments

  private mutating func text(
    _ argument: XPathExpression, _ context: XPathContext
  ) throws(MarkupProblem) -> String {
    try string(try value(of: argument, context))
  }

  private mutating func texts(
    _ arguments: [XPathExpression], _ context: XPathContext
  ) throws(MarkupProblem) -> [String] {
    var texts: [String] = []
    for argument in arguments { texts.append(try text(argument, context)) }
    return texts
  }

  // MARK: nodes

  private mutating func elements(withIDs value: XPathValue) throws(MarkupProblem) -> [XPathNode] {
    var wanted: Set<String> = []
    let texts: [String]
    if case .nodes(let nodes) = value {
      var all: [String] = []
      for node in nodes { all.append(try string(of: node)) }
      texts = all
    } else {
      texts = [try string(value)]
    }
    for text in texts {
      for word in text.utf8.split(whereSeparator: \.isSpace) { wanted.insert(String(word) ?? "") }
    }
    try charge(tree.nodes.count)
    // Of several elements with one id the first counts.
    return tree.nodes.indices.filter { node in
      guard let id = tree.attribute("id", of: node) else { return false }
      return wanted.remove(id) != nil
    }.map { XPathNode(node: $0) }
  }

  private mutating func hasLanguage(
    _ node: XPathNode, _ language: String
  ) throws(MarkupProblem) -> Bool {
    let wanted = language.asciiLowercased
    var next: Int? = node.node
    while let current = next {
      try charge(1)
      let given = tree.attribute("xml:lang", of: current) ?? tree.attribute("lang", of: current)
      if let given = given?.asciiLowercased {
        return given == wanted || given.hasPrefix(wanted + "-")
      }
      next = tree.nodes[current].parent
    }
    return false
  }

  private mutating func name(
    _ function: XPathFunction, _ arguments: [XPathExpression], _ context: XPathContext
  ) throws(MarkupProblem) -> String {
    let nodes = arguments.isEmpty ? [context.node] : try nodes(of: arguments[0], context)
    guard let node = nodes.first else { return "" }
    let attribute = node.isAttribute ? tree.tag(node.node)?.attributes[node.attribute] : nil
    if function == .namespaceURI {
      return attribute?.namespace
        ?? (node.isAttribute ? "" : tree.tag(node.node)?.namespace ?? "")
    }
    var name = attribute?.name ?? tree.name(node.node)
    if case .instruction(let target, _) = tree.nodes[node.node].kind { name = target }
    return function == .localName && !tree.isHtml ? name.localName : name
  }

  // MARK: numbers

  private mutating func number(
    _ function: XPathFunction, _ arguments: [XPathExpression], _ context: XPathContext
  ) throws(MarkupProblem) -> Double {
    if function == .sum {
      var sum = 0.0
      for node in try nodes(of: arguments[0], context) {
        sum += XPathNumber.parse(try string(of: node))
      }
      return sum
    }
    let number =
      arguments.isEmpty
      ? XPathNumber.parse(try string(of: context.node))
      : try number(try value(of: arguments[0], context))
    switch function {
    case .floor: return number.rounded(.down)
    case .ceiling: return number.rounded(.up)
    case .round: return Self.rounded(number)
    default: return number
    }
  }

  /// Halves go up.
  private static func rounded(_ number: Double) -> Double {
    let down = number.rounded(.down)
    return number - down >= 0.5 ? down + 1 : down
  }

  // MARK: strings

  private mutating func string(
    _ function: XPathFunction, _ texts: [String], _ arguments: [XPathExpression],
    _ context: XPathContext
  ) throws(MarkupProblem) -> String {
    switch function {
    case .concat:
      try charge(texts.count)
      return texts.joined()
    case .normalizeSpace: return texts[0].htmlCollapsed
    case .translate: return Self.translated(texts[0], from: texts[1], to: texts[2])
    case .substringBefore, .substringAfter:
      let search = TextSearch(texts[1])
      guard let place = search.first(in: texts[0]) else { return "" }
      let bytes = texts[0].utf8
      return function == .substringBefore
        ? String(decoding: bytes.prefix(place), as: UTF8.self)
        : String(decoding: bytes.dropFirst(place + texts[1].utf8.count), as: UTF8.self)
    case .substring:
      let start = try number(try value(of: arguments[1], context))
      let length =
        arguments.count == 3 ? try number(try value(of: arguments[2], context)) : .infinity
      return Self.part(of: texts[0], from: start, length: length)
    default: return texts[0]
    }
  }

  /// Positions count from 1 and are rounded; one that is not a number gives nothing.
  private static func part(of text: String, from start: Double, length: Double) -> String {
    let first = rounded(start)
    let end = first + rounded(length)
    var part = String.UnicodeScalarView()
    for (index, scalar) in text.unicodeScalars.enumerated() {
      let position = Double(index + 1)
      if position >= first, position < end { part.append(scalar) }
    }
    return String(part)
  }

  private static func translated(_ text: String, from old: String, to new: String) -> String {
    let replacements = Array(new.unicodeScalars)
    var table: [Unicode.Scalar: Unicode.Scalar?] = [:]
    for (index, scalar) in old.unicodeScalars.enumerated() where table[scalar] == nil {
      table[scalar] = .some(index < replacements.count ? replacements[index] : nil)
    }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch table[scalar] {
      case .none: result.append(scalar)
      case .some(.none): continue
      case .some(.some(let new)): result.append(new)
      }
    }
    return String(result)
  }
}
