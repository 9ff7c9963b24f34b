import Values

/// Reads a source and emits its program as it goes.
///
/// It does not recurse: operators wait on one stack (Dijkstra's shunting yard), everything that was
/// opened and not yet closed on another, whose height `Limits.nesting` bounds.
struct Parser {
  let bytes: [UInt8]
  let limits: Limits
  private let tokens: [Token]
  private var at = 0
  var program = Program()
  var references: [Reference] = []
  var calledFunctions: [CalledFunction] = []
  /// The variables of the macros around, innermost last.
  var locals: [String] = []
  var operands: [Operand] = []
  var waiting: [WaitingOperator] = []
  var enclosures: [Enclosure] = []

  init(_ source: String, limits: Limits) throws(ParseError) {
    let bytes = Array(source.utf8)
    guard bytes.count <= limits.sourceLength else {
      let kind = ParseError.Kind.sourceTooLong(bytes: bytes.count, limit: limits.sourceLength)
      throw ParseError(kind: kind, range: 0..<0)
    }
    self.bytes = bytes
    self.limits = limits
    var lexer = Lexer(bytes)
    tokens = try lexer.tokens()
  }

  mutating func parse() throws(ParseError) {
    try open(.whole)
    while !enclosures.isEmpty {
      readPrefixes()
      if try startOperand() { try continueOperand() }
    }
    references.sort { $0.range.lowerBound < $1.range.lowerBound }
    calledFunctions.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Reads what follows an operand until another operand must follow or all is closed.
  private mutating func continueOperand() throws(ParseError) {
    while !enclosures.isEmpty {
      switch current.kind {
      case .mark(.dot):
        if try !member() { return }
      case .mark(.leftBracket):
        useValue()
        let base = operands.removeLast()
        advance()
        return try open(.element(base))
      case .mark(.leftBrace): throw messageConstruction()
      case .mark(.question): return try openConditional()
      default:
        if readInfix() { return }
        reduceAll()
        if try !closeOrContinue() { return }
      }
    }
  }

  private func messageConstruction() -> ParseError {
    let range = operands.last?.range ?? current.range
    let name = String(decoding: bytes[range], as: UTF8.self)
    return ParseError(kind: .messageConstruction(name), range: range)
  }

  // MARK: Tokens

  var current: Token { tokens[at] }

  func peek(_ ahead: Int) -> Token { tokens[min(at + ahead, tokens.count - 1)] }

  mutating func advance() {
    if at < tokens.count - 1 { at += 1 }
  }

  mutating func skip(_ mark: Token.Mark) -> Bool {
    guard current.kind == .mark(mark) else { return false }
    advance()
    return true
  }

  mutating func expect(
    _ mark: Token.Mark, _ expected: ParseError.Expected
  ) throws(ParseError) {
    guard skip(mark) else { throw unexpected(expected) }
  }

  /// Where the token before the current one ends.
  var lastEnd: Int { at > 0 ? tokens[at - 1].range.upperBound : 0 }

  func text(_ token: Token) -> String {
    String(decoding: bytes[token.range], as: UTF8.self)
  }

  func unexpected(_ expected: ParseError.Expected) -> ParseError {
    guard current.kind != .end else {
      return ParseError(kind: .unexpectedEnd(expected: expected), range: current.range)
    }
    return ParseError(
      kind: .unexpected(found: text(current), expected: expected), range: current.range)
  }
}
