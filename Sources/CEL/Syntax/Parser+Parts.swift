/// Which operands an explanation tells the values of.
extension Parser {
  /// Marks the value that the last instruction leaves as a part instead of the parts within it.
  mutating func replaceParts(from first: Int, by range: Range<Int>) {
    guard locals.isEmpty else { return }
    program.parts.removeSubrange(first...)
    program.parts.append(Program.Part(instruction: program.end - 1, range: range))
  }

  /// The top operand's value is compared or computed with, so a call is a part as a whole.
  mutating func useValue() {
    guard let operand = operands.last, operand.kind == .call else { return }
    replaceParts(from: operand.firstPart, by: operand.range)
  }

  /// The top operand decides by itself, so the parts within a call tell more than its value.
  @discardableResult
  mutating func decide() -> Operand {
    let operand = operands[operands.count - 1]
    if operand.kind == .call && program.parts.count == operand.firstPart { useValue() }
    return operand
  }
}
