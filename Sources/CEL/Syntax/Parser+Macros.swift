import Values

extension Parser {
  /// `has(path.field`, the path being the top operand.
  mutating func closeHas(start: Int, firstPart: Int) throws(ParseError) {
    let argument = operands.removeLast()
    try expect(.rightParenthesis, .closingParenthesis)
    guard argument.kind == .reference, testField(argument, firstPart: firstPart) else {
      throw ParseError(
        kind: .macroUsage(name: "has", usage: "has(value.field)"), range: start..<lastEnd)
    }
    push(.call, start..<lastEnd, firstPart: firstPart)
  }

  /// Turns the selection of a field into the question whether it is there.
  private mutating func testField(_ argument: Operand, firstPart: Int) -> Bool {
    let last = program.end - 1
    switch program.instructions[last] {
    case .select(let name):
      program.parts.removeSubrange(firstPart...)
      program.instructions[last] = .has(name)
    case .path(let place) where program.paths[place].names.count > 1:
      let path = program.paths[place]
      program.paths[place] = Program.Path(
        names: path.names.dropLast(), ranges: path.ranges.dropLast(), type: nil)
      program.ranges[last] = program.paths[place].range
      replaceParts(from: firstPart, by: program.paths[place].range)
      program.names.append(path.names[path.names.count - 1])
      program.emit(.has(program.names.count - 1), path.ranges[path.ranges.count - 1])
      markTested(path.range)
    default:
      return false
    }
    return true
  }

  private mutating func markTested(_ range: Range<Int>) {
    guard let place = references.lastIndex(where: { $0.range == range }) else { return }
    references[place].isTested = true
  }

  /// `.macro(variable,` on the top operand, the parenthesis being the current token.
  mutating func openLoop(_ macro: Macro, at range: Range<Int>) throws(ParseError) -> Bool {
    guard bindsVariable(after: 0) else { throw usage(of: macro, at: range) }
    let hasTwo = bindsTwoVariables(macro)
    useValue()
    let base = operands.removeLast()
    let place = program.loops.count
    program.loops.append(Program.Loop(macro: macro, local: locals.count, hasTwoVariables: hasTwo))
    program.emit(.beginLoop(place), base.range)
    program.loops[place].next = program.end
    program.emit(.nextElement(place), base.range)
    advance()
    try bindVariable()
    if hasTwo { try bindVariable() }
    try open(
      .loop(
        Enclosure.OpenLoop(
          macro: macro, place: place, nameRange: range, start: base.range.lowerBound,
          firstPart: base.firstPart)))
    return false
  }

  /// Whether a variable and a comma stand that many tokens after the current one.
  private func bindsVariable(after ahead: Int) -> Bool {
    peek(ahead + 1).kind == .identifier && peek(ahead + 2).kind == .mark(.comma)
  }

  /// Whether a macro's arguments begin with two variables, the parenthesis being the current token.
  func bindsTwoVariables(_ macro: Macro) -> Bool {
    macro.takesTwoVariables && bindsVariable(after: 0) && bindsVariable(after: 2)
  }

  private mutating func bindVariable() throws(ParseError) {
    let name = text(current)
    guard !Token.reserved.contains(name) else {
      throw ParseError(kind: .reservedWord(name), range: current.range)
    }
    locals.append(name)
    program.localCount = max(program.localCount, locals.count)
    advance()
    advance()
  }

  /// After one of a macro's expressions.
  mutating func continueLoop(_ loop: Enclosure.OpenLoop) throws(ParseError) -> Bool {
    let body = operands.removeLast().range
    if loop.macro.collectsValues, !loop.hasCondition, skip(.comma) {
      program.emit(.keepElement(loop.place), body)
      var loop = loop
      loop.hasCondition = true
      return stay(in: .loop(loop))
    }
    locals.removeLast(program.loops[loop.place].hasTwoVariables ? 2 : 1)
    guard skip(.rightParenthesis) else { throw usage(of: loop.macro, at: loop.nameRange) }
    enclosures.removeLast()
    program.emit(.addResult(loop.place), body)
    program.loops[loop.place].end = program.end
    let whole = loop.start..<lastEnd
    program.emit(.join, whole)
    push(.call, whole, firstPart: loop.firstPart)
    return true
  }

  private func usage(of macro: Macro, at range: Range<Int>) -> ParseError {
    let variables = macro.takesOneVariable ? "x" : "i, x"
    let usage = "list.\(macro.rawValue)(\(variables), …)"
    return ParseError(
      kind: .macroUsage(name: macro.rawValue, usage: usage), range: range.lowerBound..<lastEnd)
  }
}
