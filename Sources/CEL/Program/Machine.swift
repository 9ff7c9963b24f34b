import Values

/// Runs a program. Its stack is an array, so evaluating never recurses.
struct Machine {
  let program: Program
  let scope: Scope
  private let isTracing: Bool
  var budget: Budget
  var stack: [StackItem] = []
  var locals: [Value]
  var loops: [RunningLoop] = []
  private var traced: [Int: Result<Value, EvaluationError>] = [:]
  /// The next instruction.
  var at = 0

  init(_ program: Program, scope: Scope, limits: Limits, isTracing: Bool = false) {
    self.program = program
    self.scope = scope
    self.isTracing = isTracing
    budget = Budget(limits)
    locals = program.localCount == 0 ? [] : [Value](repeating: .null, count: program.localCount)
    stack.reserveCapacity(8)
  }

  mutating func run() -> Result<Value, EvaluationError> {
    let traceable = isTracing ? Set(program.parts.map(\.instruction)) : []
    while at < program.instructions.count {
      let current = at
      at += 1
      if budget.step() { execute(program.instructions[current], current) }
      if let kind = budget.exhausted {
        return .failure(EvaluationError(kind: kind, range: program.ranges[current]))
      }
      if isTracing && traceable.contains(current) { traced[current] = stack.last?.result }
    }
    return finish()
  }

  private mutating func finish() -> Result<Value, EvaluationError> {
    let whole = 0..<(program.ranges.last?.upperBound ?? 0)
    guard case .value(let value)? = stack.last else {
      return hinted(stack.last?.result ?? .success(.null))
    }
    if let kind = budget.excess(of: value) {
      return .failure(EvaluationError(kind: kind, range: whole))
    }
    return .success(value)
  }

  /// The parts that were evaluated, with their values.
  func tracedParts(of source: String) -> [Explanation.Part] {
    let bytes = Array(source.utf8)
    return program.parts.compactMap { part in
      traced[part.instruction].map {
        let text = String(decoding: bytes[part.range], as: UTF8.self)
        return Explanation.Part(range: part.range, text: text, value: hinted($0))
      }
    }
  }

  private mutating func execute(_ instruction: Instruction, _ place: Int) {
    switch instruction {
    case .constant(let constant): stack.append(.value(program.constants[constant]))
    case .path(let path): stack.append(value(of: program.paths[path]))
    case .receiver(let path, let call): pushReceiver(program.paths[path], program.calls[call])
    case .local(let local): stack.append(.value(locals[local]))
    case .select, .has, .not, .negate: unary(instruction, place)
    case .index:
      binary(place, "_[_]") { (left, right, budget) throws(Problem) in
        try Selection.element(right, of: left, &budget)
      }
    case .binary(let symbol):
      binary(place, symbol.rawValue) { (left, right, budget) throws(Problem) in
        try symbol.apply(left, right, &budget)
      }
    case .list(let count): pushList(count, place)
    case .map(let count): pushMap(count, place)
    case .skipAnd, .and, .skipOr, .or, .branch, .jump, .join: steer(instruction, place)
    case .call(let call): self.call(program.calls[call])
    case .beginLoop, .nextElement, .keepElement, .addResult: loop(instruction, place)
    }
  }

  // MARK: Operators

  private mutating func unary(_ instruction: Instruction, _ place: Int) {
    guard case .value(let value)? = stack.last else { return }
    let result: StackItem
    do throws(Problem) {
      switch instruction {
      case .select(let name): result = .value(try Selection.field(program.names[name], of: value))
      case .has(let name): result = .value(.bool(try Selection.has(program.names[name], in: value)))
      case .not: result = .value(.bool(!(try Logic.bool(value, for: "!"))))
      default: result = .value(try Arithmetic.negate(value))
      }
    } catch {
      let name = instruction == .negate ? "-" : "!"
      result = failure(error, place, function: name, arguments: [value])
    }
    stack[stack.count - 1] = result
  }

  private mutating func binary(
    _ place: Int, _ name: String,
    _ apply: (Value, Value, inout Budget) throws(Problem) -> Value
  ) {
    guard let right = stack.popLast(), case .value(let left)? = stack.last else { return }
    guard case .value(let right) = right else {
      stack[stack.count - 1] = right
      return
    }
    do throws(Problem) {
      stack[stack.count - 1] = .value(try apply(left, right, &budget))
    } catch {
      stack[stack.count - 1] = failure(error, place, function: name, arguments: [left, right])
    }
  }

  /// A problem with its place and, where types do not fit, with the types.
  func failure(
    _ problem: Problem, _ place: Int, function: String, arguments: [Value]
  ) -> StackItem {
    failure(problem, program.ranges[place], function: function, arguments: arguments)
  }

  func failure(
    _ problem: Problem, _ range: Range<Int>, function: String, arguments: [Value]
  ) -> StackItem {
    let kind: EvaluationError.Kind =
      switch problem {
      case .because(let kind): kind
      case .noOverload: .noOverload(function: function, arguments: arguments.map(\.typeName))
      }
    return .error(StackItem.Failure(EvaluationError(kind: kind, range: range)))
  }

  func failure(_ kind: EvaluationError.Kind, _ range: Range<Int>) -> StackItem {
    .error(StackItem.Failure(EvaluationError(kind: kind, range: range)))
  }

  // MARK: Collections

  private mutating func pushList(_ count: Int, _ place: Int) {
    let start = stack.count - count
    var elements: [Value] = []
    elements.reserveCapacity(count)
    var result: StackItem?
    for item in stack[start...] {
      guard case .value(let value) = item else {
        result = item
        break
      }
      elements.append(value)
    }
    stack.removeSubrange(start...)
    do throws(Problem) {
      try budget.build(elements: count)
    } catch {
      result = failure(error, place, function: "", arguments: [])
    }
    stack.append(result ?? .value(.list(elements)))
  }

  private mutating func pushMap(_ count: Int, _ place: Int) {
    pushList(count * 2, place)
    guard case .value(.list(let flat))? = stack.last else { return }
    do throws(Problem) {
      stack[stack.count - 1] = .value(.map(try Selection.map(of: flat)))
    } catch {
      stack[stack.count - 1] = failure(error, place, function: "{}", arguments: [])
    }
  }
}
