import Values

/// Runs a program with types in the place of values. It neither recurses nor follows jumps: each
/// instruction is looked at once, in order.
struct TypeChecker {
  /// What lies on the stack.
  struct Item {
    var type: StaticType
    let range: Range<Int>
    /// The value when it is a literal.
    var literal: Value?
    /// In the place of a receiver: the path is a function's namespace.
    var isNamespace = false
  }

  let program: Program
  let variables: (String) -> StaticType?
  let functions: Functions
  var stack: [Item] = []
  var problems: [TypeProblem] = []
  private var locals: [StaticType]
  /// The types that the variables of the open loops have: of an element, or of a key and its value.
  var elements: [(first: StaticType, second: StaticType)] = []
  /// Where the ways through conditionals meet; every other `join` ends a loop.
  private var conditionalEnds: Set<Int> = []

  init(
    _ program: Program, variables: @escaping (String) -> StaticType?, functions: Functions
  ) {
    self.program = program
    self.variables = variables
    self.functions = functions
    locals = [StaticType](repeating: .dyn, count: program.localCount)
  }

  mutating func check() -> StaticType {
    for place in program.instructions.indices {
      execute(program.instructions[place], place)
    }
    return stack.last?.type ?? .dyn
  }

  private mutating func execute(_ instruction: Instruction, _ place: Int) {
    let range = program.ranges[place]
    switch instruction {
    case .constant(let constant):
      let value = program.constants[constant]
      stack.append(Item(type: value.staticType, range: range, literal: value))
    case .path(let path): push(type(of: program.paths[path]), range)
    case .receiver(let path, let call): receiver(program.paths[path], program.calls[call])
    case .local(let local): push(locals[local], range)
    case .select(let name): select(program.names[name], range)
    case .has(let name): has(program.names[name], range)
    case .not:
      condition("!")
      push(.bool, range)
    case .negate: negate(range)
    case .index: index(range)
    case .binary(let symbol): binary(symbol, range)
    case .list(let count): list(count, range)
    case .map(let count): map(count, range)
    case .skipAnd, .skipOr, .jump: break
    case .and: logic("&&", range)
    case .or: logic("||", range)
    case .branch(_, let end):
      condition("? :")
      conditionalEnds.insert(end)
    case .join: if conditionalEnds.contains(place) { meet(range) }
    case .call(let call): self.call(program.calls[call])
    case .beginLoop(let loop): beginLoop(program.loops[loop])
    case .nextElement(let loop): bind(program.loops[loop])
    case .keepElement(let loop): condition(program.loops[loop].macro.rawValue)
    case .addResult(let loop): endLoop(program.loops[loop], range)
    }
  }

  private mutating func bind(_ loop: Program.Loop) {
    guard let types = elements.last else { return }
    locals[loop.local] = types.first
    if loop.hasTwoVariables { locals[loop.local + 1] = types.second }
  }

  // MARK: The stack

  mutating func push(_ type: StaticType, _ range: Range<Int>) {
    stack.append(Item(type: type, range: range))
  }

  mutating func pop() -> Item { stack.popLast() ?? Item(type: .dyn, range: 0..<0) }

  mutating func report(_ kind: TypeProblem.Kind, _ range: Range<Int>) {
    problems.append(TypeProblem(kind: kind, range: range))
  }

  /// Pops a condition.
  mutating func condition(_ operation: String) {
    let item = pop()
    guard !item.type.canBeBool else { return }
    report(.notBool(operation: operation, type: item.type), item.range)
  }

  private mutating func logic(_ operation: String, _ range: Range<Int>) {
    let right = pop()
    condition(operation)
    stack.append(right)
    condition(operation)
    push(.bool, range)
  }

  /// The two ways through a conditional.
  private mutating func meet(_ range: Range<Int>) {
    let otherwise = pop()
    push(pop().type.joined(with: otherwise.type), range)
  }
}

extension Expression {
  /// Finds what cannot be right, given what is known of the types of variables, and the type that
  /// the expression has if it has a value.
  ///
  /// A problem is reported only where evaluating that part is an error whatever the values are, or
  /// where a comparison can give but one answer. What nothing is known of is `dyn`, and so is a
  /// variable that `variables` gives nil for: whether a name exists is for `references` to tell, and
  /// whether a function does for `calledFunctions`.
  ///
  /// - Parameter variables: the type of a variable. It is asked for dotted names first, as a scope
  ///   is: `a.b.c`, `a.b`, `a`.
  public func checked(
    variables: (String) -> StaticType?, functions: Functions = .standard
  ) -> (type: StaticType, problems: [TypeProblem]) {
    withoutActuallyEscaping(variables) { variables in
      var checker = TypeChecker(program, variables: variables, functions: functions)
      let type = checker.check()
      return (type, checker.problems)
    }
  }
}
