/// Parses XPath 1.0 (W3C Recommendation of 1999, section 3).
struct XPathParser {
  private let tokens: [XPathToken]
  private var at = 0
  private var depth = 0
  /// What prefixes stand for in the document that is asked; any prefix will do where none is.
  private let prefixes: [String: String]?

  static func parse(
    _ expression: String, prefixes: [String: String]?
  ) throws(MarkupProblem) -> XPathExpression {
    guard expression.utf8.count <= MarkupLimits.expression else { throw .expressionTooLong }
    var parser = XPathParser(
      tokens: try XPathLexer.tokens(of: expression), prefixes: prefixes)
    let result = try parser.expression()
    guard parser.token.kind == .end else { throw parser.fault(.syntax) }
    return result
  }

  private init(tokens: [XPathToken], prefixes: [String: String]?) {
    self.tokens = tokens
    self.prefixes = prefixes
  }

  // MARK: tokens

  private var token: XPathToken { tokens[at] }

  private func peek(_ offset: Int) -> XPathToken.Kind {
    tokens[min(at + offset, tokens.count - 1)].kind
  }

  private func fault(_ fault: XPathFault) -> MarkupProblem {
    .expression(fault: fault, offset: token.range.lowerBound)
  }

  /// The end is never passed.
  private mutating func advance() { at = min(at + 1, tokens.count - 1) }

  private mutating func take(_ mark: String) -> Bool {
    guard token.kind == .mark(mark) else { return false }
    advance()
    return true
  }

  private mutating func expect(_ mark: String) throws(MarkupProblem) {
    guard take(mark) else { throw fault(.syntax) }
  }

  private mutating func take(word: String) -> Bool {
    guard token.kind == .name(word) else { return false }
    advance()
    return true
  }

  // MARK: operators

  private mutating func expression() throws(MarkupProblem) -> XPathExpression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= MarkupLimits.nesting else { throw .expressionTooDeep }
    var operands = [try conjunction()]
    while take(word: "or") { operands.append(try conjunction()) }
    return operands.count == 1 ? operands[0] : .or(operands)
  }

  private mutating func conjunction() throws(MarkupProblem) -> XPathExpression {
    var operands = [try chain(0)]
    while take(word: "and") { operands.append(try chain(0)) }
    return operands.count == 1 ? operands[0] : .and(operands)
  }

  private static let levels: [[XPathSign]] = [
    [.equal, .notEqual], [.less, .lessOrEqual, .greater, .greaterOrEqual], [.plus, .minus],
    [.times, .div, .mod],
  ]

  private mutating func chain(_ level: Int) throws(MarkupProblem) -> XPathExpression {
    guard level < Self.levels.count else { return try unary() }
    let first = try chain(level + 1)
    var links: [XPathExpression.Link] = []
    while let sign = sign(of: level) {
      advance()
      links.append(XPathExpression.Link(sign: sign, operand: try chain(level + 1)))
    }
    return links.isEmpty ? first : .chain(first, links)
  }

  private func sign(of level: Int) -> XPathSign? {
    switch token.kind {
    case .mark(let mark): Self.levels[level].first { $0.rawValue == mark }
    case .name(let word) where word == "div" || word == "mod":
      Self.levels[level].first { $0.rawValue == word }
    default: nil
    }
  }

  private mutating func unary() throws(MarkupProblem) -> XPathExpression {
    var signs = 0
    while take("-") { signs += 1 }
    var operands = [try path()]
    while take("|") { operands.append(try path()) }
    let operand = operands.count == 1 ? operands[0] : .union(operands)
    if signs == 0 { return operand }
    return signs.isMultiple(of: 2) ? .negated(.negated(operand)) : .negated(operand)
  }

  // MARK: paths

  private mutating func path() throws(MarkupProblem) -> XPathExpression {
    if take("//") { return .path(.root, try steps(after: [.anyBelow])) }
    if take("/") { return .path(.root, beginsStep ? try steps() : []) }
    guard let primary = try primary() else { return .path(.context, try steps()) }
    let conditions = try conditions()
    if take("//") { return .path(.nodes(primary, conditions), try steps(after: [.anyBelow])) }
    if take("/") { return .path(.nodes(primary, conditions), try steps()) }
    return conditions.isEmpty ? primary : .path(.nodes(primary, conditions), [])
  }

  private var beginsStep: Bool {
    switch token.kind {
    case .name, .mark("."), .mark(".."), .mark("@"), .mark("*"): true
    default: false
    }
  }

  private mutating func steps(after first: [XPathStep] = []) throws(MarkupProblem) -> [XPathStep] {
    var steps = first
    while true {
      steps.append(try step())
      if take("//") {
        steps.append(.anyBelow)
      } else if !take("/") {
        return steps
      }
    }
  }

  private mutating func step() throws(MarkupProblem) -> XPathStep {
    if take("..") { return XPathStep(axis: .parent, test: .node) }
    if take(".") { return XPathStep(axis: .self, test: .node) }
    var axis = XPathAxis.child
    if take("@") {
      axis = .attribute
    } else if case .name(let name) = token.kind, peek(1) == .mark("::") {
      guard let named = XPathAxis(rawValue: name) else { throw fault(.unknownAxis) }
      axis = named
      advance()
      advance()
    }
    let test = try test()
    return XPathStep(axis: axis, test: test, conditions: try conditions())
  }

  private mutating func conditions() throws(MarkupProblem) -> [XPathExpression] {
    var conditions: [XPathExpression] = []
    while take("[") {
      conditions.append(try expression())
      try expect("]")
    }
    return conditions
  }

  private mutating func test() throws(MarkupProblem) -> XPathTest {
    if take("*") { return .any }
    guard case .name(let name) = token.kind else { throw fault(.syntax) }
    if peek(1) == .mark("("), let test = try kindTest(name) { return test }
    guard peek(1) == .mark(":") else {
      advance()
      return .name(name)
    }
    guard let namespace = prefixes.map({ $0[name] }) ?? "" else { throw fault(.unknownPrefix) }
    advance()
    advance()
    if take("*") { return .inNamespace(namespace, local: nil) }
    guard case .name(let local) = token.kind else { throw fault(.syntax) }
    advance()
    return .inNamespace(namespace, local: local)
  }

  private mutating func kindTest(_ name: String) throws(MarkupProblem) -> XPathTest? {
    guard Self.kinds.contains(name) else { return nil }
    advance()
    advance()
    var target: String?
    if name == "processing-instruction", case .string(let text) = token.kind {
      target = text
      advance()
    }
    try expect(")")
    switch name {
    case "text": return .text
    case "comment": return .comment
    case "node": return .node
    default: return .instruction(target)
    }
  }

  private static let kinds: Set = ["node", "text", "comment", "processing-instruction"]

  // MARK: primaries

  /// `nil` where a step begins.
  private mutating func primary() throws(MarkupProblem) -> XPathExpression? {
    switch token.kind {
    case .number(let number):
      advance()
      return .number(number)
    case .string(let text):
      advance()
      return .string(text)
    case .mark("$"): throw fault(.unknownVariable)
    case .mark("("):
      advance()
      let inner = try expression()
      try expect(")")
      return inner
    case .name(let name) where peek(1) == .mark("(") && !Self.kinds.contains(name):
      return try call(name)
    default: return nil
    }
  }

  private mutating func call(_ name: String) throws(MarkupProblem) -> XPathExpression {
    guard let function = XPathFunction(rawValue: name) else { throw fault(.unknownFunction) }
    let wrongCount = fault(.wrongArgumentCount)
    advance()
    advance()
    var arguments: [XPathExpression] = []
    if !take(")") {
      repeat { arguments.append(try expression()) } while take(",")
      try expect(")")
    }
    guard function.arguments.contains(arguments.count) else { throw wrongCount }
    return .call(function, arguments)
  }
}

extension XPathStep {
  /// What `//` stands for.
  fileprivate static var anyBelow: XPathStep { XPathStep(axis: .descendantOrSelf, test: .node) }
}
