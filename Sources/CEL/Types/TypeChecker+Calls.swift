import Values

/// Operators, calls and macros.
extension TypeChecker {
  mutating func negate(_ range: Range<Int>) {
    let type = pop().type
    guard [.dyn, .int, .double].contains(type) else {
      report(.noOverload(function: "-", arguments: [type]), range)
      return push(.dyn, range)
    }
    push(type, range)
  }

  mutating func binary(_ symbol: BinaryOperator, _ range: Range<Int>) {
    let right = pop().type
    let left = pop().type
    switch symbol {
    case .equal, .notEqual:
      if !left.canEqual(right) { neverEqual(symbol, left, right, range) }
    case .contained: membership(of: left, in: right, range)
    default: break
    }
    if let result = symbol.result(left, right) { return push(result.bounded, range) }
    report(.noOverload(function: symbol.rawValue, arguments: [left, right]), range)
    push(.dyn, range)
  }

  private mutating func neverEqual(
    _ symbol: BinaryOperator, _ left: StaticType, _ right: StaticType, _ range: Range<Int>
  ) {
    report(.neverEqual(operation: symbol.rawValue, left: left, right: right), range)
  }

  private mutating func membership(
    of element: StaticType, in whole: StaticType, _ range: Range<Int>
  ) {
    let isThere: Bool
    switch whole {
    case .dyn: return
    case .list(let other): isThere = element.canEqual(other)
    case .map where !element.canBeLookedUp, .record where !element.canBeLookedUp:
      return report(.unsupportedKey(type: element), range)
    case .map(let key, _): isThere = element.canEqual(key)
    case .record: isThere = element.canBeString
    default: return report(.noOverload(function: "in", arguments: [element, whole]), range)
    }
    if !isThere { neverEqual(.contained, element, whole, range) }
  }

  // MARK: Calls

  mutating func receiver(_ path: Program.Path, _ call: Program.Call) {
    let isNamespace =
      call.qualifiedStandard != nil
      || call.qualifiedName.map { functions.hasNamespace(of: $0) } ?? false
    guard variable(path) == nil, isNamespace else { return push(type(of: path), path.range) }
    stack.append(Item(type: .dyn, range: path.range, isNamespace: true))
  }

  mutating func call(_ call: Program.Call) {
    let arguments = Array(stack.suffix(call.argumentCount + (call.hasReceiver ? 1 : 0)))
    stack.removeLast(arguments.count)
    let isQualified = arguments.first?.isNamespace == true
    let given = arguments.filter { !$0.isNamespace }
    push(result(of: call, given, isQualified: isQualified), call.range)
  }

  private mutating func result(
    of call: Program.Call, _ arguments: [Item], isQualified: Bool
  ) -> StaticType {
    let name = isQualified ? call.qualifiedName ?? call.name : call.name
    let standard = isQualified ? call.qualifiedStandard : call.standard
    let hosted = functions.hosted(name, receiver: call.hasReceiver && !isQualified) ?? []
    if let function = hosted.first(where: { $0.arities.contains(call.argumentCount) }) {
      check(arguments, of: function)
      return function.result
    }
    let allowed = Set(hosted.flatMap { Array($0.arities) } + (standard?.arities ?? []))
    guard !allowed.isEmpty else { return .dyn }
    guard let standard, standard.arities.contains(call.argumentCount) else {
      let given = call.argumentCount
      report(
        .argumentCount(function: name, given: given, allowed: allowed.sorted()), call.range)
      return .dyn
    }
    if case .failure(let error) = call.pattern { report(.invalidPattern(error), call.range) }
    let types = arguments.map(\.type)
    if let result = standard.signatures.result(for: types) { return result }
    report(.noOverload(function: name, arguments: types), call.range)
    return .dyn
  }

  private mutating func check(_ arguments: [Item], of function: HostFunction) {
    guard let problem = function.check?(arguments.map(\.literal)),
      arguments.indices.contains(problem.argument)
    else { return }
    report(
      .host(function: function.name, error: problem.error), arguments[problem.argument].range)
  }

  // MARK: Macros

  mutating func beginLoop(_ loop: Program.Loop) {
    let item = pop()
    let isPair = loop.hasTwoVariables
    switch item.type {
    case .dyn: elements.append((.dyn, .dyn))
    case .list(let element): elements.append((isPair ? .int : element, element))
    case .map(let key, let value): elements.append((key, value))
    case .record: elements.append((.string, .dyn))
    default:
      report(.notIterable(macro: loop.macro.rawValue, type: item.type), item.range)
      elements.append((.dyn, .dyn))
    }
  }

  mutating func endLoop(_ loop: Program.Loop, _ range: Range<Int>) {
    let types = elements.popLast() ?? (.dyn, .dyn)
    let whole = program.ranges[loop.end]
    switch loop.macro {
    case .map, .transformList: push(StaticType.list(pop().type).bounded, whole)
    case .transformMap: push(StaticType.map(key: types.first, value: pop().type).bounded, whole)
    case .filter:
      condition(loop.macro.rawValue)
      push(StaticType.list(types.first).bounded, whole)
    case .all, .exists, .existsOne:
      condition(loop.macro.rawValue)
      push(.bool, whole)
    }
  }
}
