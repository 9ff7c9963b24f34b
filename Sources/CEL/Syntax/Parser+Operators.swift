/// An operator that waits for its right operand.
struct WaitingOperator {
  enum Kind {
    case prefix(Instruction)
    case binary(BinaryOperator)
    case and(skip: Int)
    case or(skip: Int)
  }

  let kind: Kind
  let precedence: Int
  let range: Range<Int>
}

/// A binary operator as it stands in the source.
private enum InfixOperator {
  case binary(BinaryOperator)
  case and, or

  init?(_ kind: Token.Kind) {
    switch kind {
    case .mark(.and): self = .and
    case .mark(.or): self = .or
    case .keyword(.in): self = .binary(.contained)
    case .mark(let mark):
      guard let found = BinaryOperator(rawValue: mark.rawValue) else { return nil }
      self = .binary(found)
    default: return nil
    }
  }

  var precedence: Int {
    switch self {
    case .or: 1
    case .and: 2
    case .binary(.add), .binary(.subtract): 4
    case .binary(.multiply), .binary(.divide), .binary(.modulo): 5
    case .binary: 3
    }
  }
}

private let prefixPrecedence = 6

extension Parser {
  /// Reads the operators before an operand.
  mutating func readPrefixes() {
    while true {
      let instruction: Instruction
      switch current.kind {
      case .mark(.not): instruction = .not
      case .mark(.minus) where !peek(1).kind.isSigned: instruction = .negate
      default: return
      }
      waiting.append(
        WaitingOperator(
          kind: .prefix(instruction), precedence: prefixPrecedence, range: current.range))
      advance()
    }
  }

  /// Reads an operator between two operands; false when none stands here.
  mutating func readInfix() -> Bool {
    guard let infix = InfixOperator(current.kind) else { return false }
    reduce(downTo: infix.precedence)
    waiting.append(wait(for: infix))
    advance()
    return true
  }

  /// Applies all operators that wait within the innermost enclosure.
  mutating func reduceAll() { reduce(downTo: 0) }

  private mutating func reduce(downTo precedence: Int) {
    let first = enclosures.last?.firstOperator ?? 0
    while waiting.count > first, let top = waiting.last, top.precedence >= precedence {
      waiting.removeLast()
      reduce(top)
    }
  }

  /// Prepares the left operand for an operator.
  private mutating func wait(for infix: InfixOperator) -> WaitingOperator {
    let kind: WaitingOperator.Kind
    let skip = program.end
    switch infix {
    case .and:
      decide()
      program.emit(.skipAnd(to: 0), current.range)
      kind = .and(skip: skip)
    case .or:
      decide()
      program.emit(.skipOr(to: 0), current.range)
      kind = .or(skip: skip)
    case .binary(let binary):
      useValue()
      kind = .binary(binary)
    }
    return WaitingOperator(kind: kind, precedence: infix.precedence, range: current.range)
  }

  /// Applies an operator to the operands on top.
  private mutating func reduce(_ waiting: WaitingOperator) {
    if case .prefix(let instruction) = waiting.kind { return reducePrefix(instruction, waiting) }
    if case .binary = waiting.kind { useValue() } else { decide() }
    let right = operands.removeLast()
    let last = operands.count - 1
    let range = operands[last].range.lowerBound..<right.range.upperBound
    operands[last].kind = .tree
    operands[last].range = range
    switch waiting.kind {
    case .prefix: break
    case .binary(let binary):
      program.emit(.binary(binary), range)
    case .and(let skip):
      program.emit(.and, range)
      program.instructions[skip] = .skipAnd(to: program.end)
    case .or(let skip):
      program.emit(.or, range)
      program.instructions[skip] = .skipOr(to: program.end)
    }
  }

  private mutating func reducePrefix(_ instruction: Instruction, _ waiting: WaitingOperator) {
    if instruction == .not { decide() } else { useValue() }
    let last = operands.count - 1
    let range = waiting.range.lowerBound..<operands[last].range.upperBound
    operands[last].kind = .tree
    operands[last].range = range
    program.emit(instruction, range)
  }
}

extension Token.Kind {
  /// A literal that a minus sign belongs to.
  var isSigned: Bool { self == .int || self == .double }
}
