extension Parser {
  /// Opens something; operands and operators belong to it until it is closed.
  mutating func open(_ kind: Enclosure.Kind) throws(ParseError) {
    guard enclosures.count <= limits.nesting else {
      throw ParseError(kind: .nestingTooDeep(limit: limits.nesting), range: current.range)
    }
    enclosures.append(Enclosure(kind: kind, firstOperator: waiting.count))
  }

  /// `condition ?`, the condition being the top operand. Between `?` and `:` CEL's grammar has no
  /// other conditional but in parentheses.
  mutating func openConditional() throws(ParseError) {
    if case .consequence? = enclosures.last?.kind { throw unexpected(.colon) }
    reduceAll()
    let range = decide().range
    let branch = program.end
    program.emit(.jump(0), range)
    advance()
    try open(.consequence(Enclosure.Conditional(range: range, branch: branch)))
  }

  /// After a complete operand: closes the innermost enclosure or goes on in it. True when that makes
  /// an operand complete, false when another must follow.
  mutating func closeOrContinue() throws(ParseError) -> Bool {
    guard let innermost = enclosures.last else { return true }
    switch innermost.kind {
    case .whole:
      guard current.kind == .end else { throw unexpected(.operatorOrEnd) }
      decide()
    case .parenthesis: try expect(.rightParenthesis, .closingParenthesis)
    case .list(let collection): return try continueList(collection)
    case .map(let collection, let isKey): return try continueMap(collection, isKey: isKey)
    case .element(let base): try closeElement(base)
    case .call(let call): return try continueCall(call)
    case .has(let start, let firstPart): try closeHas(start: start, firstPart: firstPart)
    case .loop(let loop): return try continueLoop(loop)
    case .consequence(let conditional): return try continueConditional(conditional)
    case .otherwise(let conditional): closeConditional(conditional)
    }
    enclosures.removeLast()
    return true
  }

  /// Keeps the innermost enclosure open for another operand.
  mutating func stay(in kind: Enclosure.Kind) -> Bool {
    enclosures[enclosures.count - 1].kind = kind
    return false
  }

  /// A comma that may stand last, and the closing bracket. True when it stands here.
  private mutating func closes(_ end: Token.Mark) throws(ParseError) -> Bool {
    let hasComma = skip(.comma)
    if skip(end) {
      enclosures.removeLast()
      return true
    }
    guard hasComma else { throw unexpected(.commaOrClosing(end.rawValue)) }
    return false
  }

  private mutating func continueList(
    _ collection: Enclosure.Collection
  ) throws(ParseError) -> Bool {
    var collection = collection
    dropOperandAsValue()
    collection.count += 1
    guard try closes(.rightBracket) else { return stay(in: .list(collection)) }
    finish(collection, isMap: false)
    return true
  }

  private mutating func continueMap(
    _ collection: Enclosure.Collection, isKey: Bool
  ) throws(ParseError) -> Bool {
    var collection = collection
    dropOperandAsValue()
    guard !isKey else {
      try expect(.colon, .colon)
      return stay(in: .map(collection, isKey: false))
    }
    collection.count += 1
    guard try closes(.rightBrace) else { return stay(in: .map(collection, isKey: true)) }
    finish(collection, isMap: true)
    return true
  }

  private mutating func closeElement(_ base: Operand) throws(ParseError) {
    dropOperandAsValue()
    try expect(.rightBracket, .closingBracket)
    let range = base.range.lowerBound..<lastEnd
    program.emit(.index, range)
    push(.reference, range, firstPart: base.firstPart)
  }

  private mutating func continueConditional(
    _ conditional: Enclosure.Conditional
  ) throws(ParseError) -> Bool {
    var conditional = conditional
    decide()
    operands.removeLast()
    try expect(.colon, .colon)
    conditional.jump = program.end
    program.emit(.jump(0), conditional.range)
    conditional.otherwise = program.end
    return stay(in: .otherwise(conditional))
  }

  private mutating func closeConditional(_ conditional: Enclosure.Conditional) {
    let last = decide()
    operands.removeLast()
    program.instructions[conditional.branch] = .branch(
      otherwise: conditional.otherwise, end: program.end)
    program.instructions[conditional.jump] = .jump(program.end)
    let range = conditional.range.lowerBound..<last.range.upperBound
    operands[operands.count - 1].kind = .tree
    operands[operands.count - 1].range = range
    program.emit(.join, range)
  }
}
