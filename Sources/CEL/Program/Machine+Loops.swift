import Values

/// A macro's loop while it runs.
struct RunningLoop {
  let elements: [Value]
  /// The keys that the elements stand under in a map, where they are asked for.
  var keys: [Value]?
  var position = 0
  /// The first error that `all` or `exists` met; a later element may still decide.
  var failure: StackItem?
  /// What `map` and `filter` have found.
  var results: [Value] = []
  /// The keys under which `transformMap` has found them.
  var resultKeys: [Value] = []
  /// How many elements `exists_one` has found.
  var count = 0

  init(elements: [Value], keys: [Value]? = nil) {
    self.elements = elements
    self.keys = keys
  }

  var current: Value { elements[position - 1] }

  /// The current element's key or index.
  var currentKey: Value { keys?[position - 1] ?? .int(Int64(position - 1)) }
}

extension Machine {
  mutating func loop(_ instruction: Instruction, _ place: Int) {
    switch instruction {
    case .beginLoop(let loop): begin(program.loops[loop], place)
    case .nextElement(let loop): next(program.loops[loop])
    case .keepElement(let loop): keep(program.loops[loop], place)
    case .addResult(let loop): add(program.loops[loop], place)
    default: break
    }
  }

  private mutating func begin(_ loop: Program.Loop, _ place: Int) {
    let item = stack.removeLast()
    switch item {
    case .value(.list(let elements)):
      loops.append(RunningLoop(elements: elements))
    case .value(.map(let map)):
      loops.append(
        loop.hasTwoVariables
          ? RunningLoop(elements: map.values, keys: map.keys) : RunningLoop(elements: map.keys))
      try? budget.spend(map.count)
    case .value(let value):
      let kind = EvaluationError.Kind.notIterable(
        macro: loop.macro.rawValue, type: value.typeName)
      stack.append(failure(kind, program.ranges[place]))
      at = loop.end
    default:
      stack.append(item)
      at = loop.end
    }
  }

  private mutating func next(_ loop: Program.Loop) {
    let last = loops.count - 1
    guard loops[last].position < loops[last].elements.count else {
      return end(loop, with: outcome(of: loops[last], loop.macro))
    }
    loops[last].position += 1
    locals[loop.local] = loop.hasTwoVariables ? loops[last].currentKey : loops[last].current
    if loop.hasTwoVariables { locals[loop.local + 1] = loops[last].current }
  }

  private func outcome(of running: RunningLoop, _ macro: Macro) -> StackItem {
    switch macro {
    case .all: running.failure ?? .value(true)
    case .exists: running.failure ?? .value(false)
    case .existsOne: .value(.bool(running.count == 1))
    case .map, .filter, .transformList: .value(.list(running.results))
    case .transformMap: .value(.map(ValueMap(zip(running.resultKeys, running.results))))
    }
  }

  private mutating func end(_ loop: Program.Loop, with result: StackItem) {
    loops.removeLast()
    stack.append(result)
    at = loop.end
  }

  private mutating func keep(_ loop: Program.Loop, _ place: Int) {
    switch condition(stack.removeLast(), loop.macro.rawValue, place) {
    case .bool(let bool): if !bool { at = loop.next }
    case .error(let error): end(loop, with: error)
    }
  }

  private mutating func add(_ loop: Program.Loop, _ place: Int) {
    let item = stack.removeLast()
    at = loop.next
    if loop.macro.collectsValues { return collect(item, loop) }
    let last = loops.count - 1
    switch (loop.macro, condition(item, loop.macro.rawValue, place)) {
    case (.all, .bool(false)): end(loop, with: .value(false))
    case (.exists, .bool(true)): end(loop, with: .value(true))
    case (.existsOne, .bool(true)): loops[last].count += 1
    case (.filter, .bool(true)): collect(.value(loops[last].current), loop)
    case (_, .bool): break
    case (.all, .error(let error)), (.exists, .error(let error)):
      if loops[last].failure == nil { loops[last].failure = error }
    case (_, .error(let error)): end(loop, with: error)
    }
  }

  private mutating func collect(_ item: StackItem, _ loop: Program.Loop) {
    guard case .value(let value) = item else { return end(loop, with: item) }
    try? budget.build(elements: 1)
    let last = loops.count - 1
    loops[last].results.append(value)
    if loop.macro == .transformMap { loops[last].resultKeys.append(loops[last].currentKey) }
  }
}
