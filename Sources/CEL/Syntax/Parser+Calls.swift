import Values

extension Parser {
  /// `name(`, the parenthesis being the current token. True when an operand is complete.
  mutating func openFunction(_ name: String, at range: Range<Int>) throws(ParseError) -> Bool {
    let firstPart = program.parts.count
    if name == "has" {
      advance()
      try open(.has(start: range.lowerBound, firstPart: firstPart))
      return false
    }
    return try open(
      Enclosure.OpenCall(
        name: name, nameRange: range, start: range.lowerBound, firstPart: firstPart,
        hasReceiver: false, path: nil, receiver: 0))
  }

  /// `.name(` on the top operand, the parenthesis being the current token.
  mutating func openMethod(_ name: String, at range: Range<Int>) throws(ParseError) -> Bool {
    if let macro = Macro(named: name), macro.takesOneVariable || bindsTwoVariables(macro) {
      return try openLoop(macro, at: range)
    }
    useValue()
    let base = operands.removeLast()
    return try open(
      Enclosure.OpenCall(
        name: name, nameRange: range, start: base.range.lowerBound, firstPart: base.firstPart,
        hasReceiver: true, path: pathReceiver(base), receiver: program.end - 1))
  }

  private mutating func open(_ call: Enclosure.OpenCall) throws(ParseError) -> Bool {
    advance()
    if skip(.rightParenthesis) {
      finish(call)
      return true
    }
    try open(.call(call))
    return false
  }

  mutating func continueCall(_ call: Enclosure.OpenCall) throws(ParseError) -> Bool {
    var call = call
    dropOperandAsValue()
    call.count += 1
    if skip(.comma) { return stay(in: .call(call)) }
    try expect(.rightParenthesis, .commaOrClosing(")"))
    enclosures.removeLast()
    finish(call)
    return true
  }

  /// Emits a call whose closing parenthesis is behind.
  private mutating func finish(_ open: Enclosure.OpenCall) {
    let name = open.name
    let qualifiedName = open.path.map { ($0.names + [name]).joined(separator: ".") }
    let call = Program.Call(
      name: name, qualifiedName: qualifiedName, argumentCount: open.count,
      hasReceiver: open.hasReceiver, range: open.start..<lastEnd,
      pattern: literalPattern(name, open.count),
      standard: StandardFunction.named(name, receiver: open.hasReceiver),
      qualifiedStandard: qualifiedName.flatMap { StandardFunction.named($0, receiver: false) })
    if case .path(let path) = program.instructions.dropFirst(open.receiver).first, open.path != nil
    {
      program.instructions[open.receiver] = .receiver(path: path, call: program.calls.count)
    }
    let start = open.path == nil ? open.nameRange.lowerBound : open.start
    calledFunctions.append(
      CalledFunction(
        name: name, qualifiedName: qualifiedName, argumentCount: open.count,
        hasReceiver: open.hasReceiver, range: start..<open.nameRange.upperBound))
    program.calls.append(call)
    program.emit(.call(program.calls.count - 1), call.range)
    push(.call, call.range, firstPart: open.firstPart)
  }

  /// The path that a receiver is, if it is nothing but one.
  private func pathReceiver(_ base: Operand) -> Program.Path? {
    guard base.kind == .reference, case .path(let place) = program.instructions[program.end - 1],
      program.paths[place].range == base.range
    else { return nil }
    return program.paths[place]
  }

  /// The pattern of `matches` when it is a literal, so that it is compiled once.
  private func literalPattern(_ name: String, _ count: Int) -> Result<Pattern, PatternError>? {
    guard name == "matches", count > 0,
      case .constant(let place) = program.instructions[program.end - 1],
      case .string(let text) = program.constants[place]
    else { return nil }
    return Result { () throws(PatternError) in try Pattern(text) }
  }
}
