import Values

extension Parser {
  /// Reads an operand, or opens what it begins with. True when an operand is complete.
  mutating func startOperand() throws(ParseError) -> Bool {
    let token = current
    switch token.kind {
    case .mark(.leftParenthesis):
      advance()
      try open(.parenthesis)
      return false
    case .mark(.leftBracket), .mark(.leftBrace): return try openCollection()
    case .mark(.dot) where peek(1).kind == .identifier:
      advance()
      return try name(isAbsolute: true)
    case .identifier: return try name(isAbsolute: false)
    default:
      try literal()
      return true
    }
  }

  /// Pushes the operand of an instruction emitted just now.
  mutating func push(_ kind: Operand.Kind, _ range: Range<Int>, firstPart: Int) {
    operands.append(Operand(kind: kind, range: range, firstPart: firstPart))
    if kind == .reference { replaceParts(from: firstPart, by: range) }
  }

  private mutating func literal() throws(ParseError) {
    let start = current.range.lowerBound
    let isNegative = skip(.minus)
    let literal = Literal(bytes: bytes, token: current)
    let value: Value
    switch current.kind {
    case .int, .uint, .double: value = try literal.number(isNegative: isNegative)
    case .string(let form): value = try literal.text(form)
    case .keyword(.true): value = true
    case .keyword(.false): value = false
    case .keyword(.null): value = .null
    default: throw unexpected(.expression)
    }
    let range = start..<current.range.upperBound
    program.constants.append(value)
    program.emit(.constant(program.constants.count - 1), range)
    push(.literal, range, firstPart: program.parts.count)
    advance()
  }

  private mutating func openCollection() throws(ParseError) -> Bool {
    let collection = Enclosure.Collection(
      start: current.range.lowerBound, firstPart: program.parts.count)
    let isMap = current.kind == .mark(.leftBrace)
    advance()
    if skip(isMap ? .rightBrace : .rightBracket) {
      finish(collection, isMap: isMap)
      return true
    }
    try open(isMap ? .map(collection, isKey: true) : .list(collection))
    return false
  }

  /// Emits a list or map whose closing bracket is behind.
  mutating func finish(_ collection: Enclosure.Collection, isMap: Bool) {
    let range = collection.start..<lastEnd
    program.emit(
      isMap ? .map(count: collection.count) : .list(count: collection.count), range)
    push(.tree, range, firstPart: collection.firstPart)
  }

  mutating func dropOperandAsValue() {
    useValue()
    operands.removeLast()
  }

  /// `.field` or `.function(` after the top operand. True when an operand is complete.
  mutating func member() throws(ParseError) -> Bool {
    advance()
    let token = current
    let field = try fieldName()
    if token.kind == .identifier && current.kind == .mark(.leftParenthesis) {
      return try openMethod(field, at: token.range)
    }
    useValue()
    let base = operands.removeLast()
    program.names.append(field)
    program.emit(.select(program.names.count - 1), token.range)
    push(.reference, base.range.lowerBound..<token.range.upperBound, firstPart: base.firstPart)
    return true
  }

  /// The name after a dot.
  mutating func fieldName() throws(ParseError) -> String {
    let token = current
    switch token.kind {
    case .identifier:
      advance()
      return text(token)
    case .quotedIdentifier:
      advance()
      return String(text(token).dropFirst().dropLast())
    default:
      throw unexpected(.fieldName)
    }
  }
}
