import Values

/// Conditions.
enum Logic {
  static func bool(_ value: Value, for operation: String) throws(Problem) -> Bool {
    guard case .bool(let bool) = value else {
      throw .because(.notBool(operation: operation, type: value.typeName))
    }
    return bool
  }
}

extension StackItem {
  /// Whether it is that bool.
  func isBool(_ bool: Bool) -> Bool {
    if case .value(.bool(bool)) = self { true } else { false }
  }
}

extension Machine {
  /// `&&`, `||` and `? :`.
  mutating func steer(_ instruction: Instruction, _ place: Int) {
    switch instruction {
    case .skipAnd(let target): if stack[stack.count - 1].isBool(false) { at = target }
    case .skipOr(let target): if stack[stack.count - 1].isBool(true) { at = target }
    case .and: join("&&", absorbing: false, place)
    case .or: join("||", absorbing: true, place)
    case .jump(let target): at = target
    case .branch(let otherwise, let end): branch(otherwise: otherwise, end: end, place)
    default: break
    }
  }

  /// Both sides of `&&` or `||`: one that decides by itself absorbs the other's error.
  private mutating func join(_ name: String, absorbing: Bool, _ place: Int) {
    let right = stack.removeLast()
    let left = stack[stack.count - 1]
    let result: StackItem
    if left.isBool(absorbing) || right.isBool(absorbing) {
      result = .value(.bool(absorbing))
    } else if left.isBool(!absorbing) && right.isBool(!absorbing) {
      result = .value(.bool(!absorbing))
    } else {
      result = condition(left, name, place).error ?? condition(right, name, place).error ?? left
    }
    stack[stack.count - 1] = result
  }

  private mutating func branch(otherwise: Int, end: Int, _ place: Int) {
    switch condition(stack[stack.count - 1], "? :", place) {
    case .bool(let bool):
      stack.removeLast()
      if !bool { at = otherwise }
    case .error(let error):
      stack[stack.count - 1] = error
      at = end
    }
  }

  /// A condition's answer, or why it has none.
  enum Condition {
    case bool(Bool)
    case error(StackItem)

    var error: StackItem? {
      if case .error(let error) = self { error } else { nil }
    }
  }

  func condition(_ item: StackItem, _ name: String, _ place: Int) -> Condition {
    guard case .value(let value) = item else { return .error(item) }
    guard case .bool(let bool) = value else {
      let kind = EvaluationError.Kind.notBool(operation: name, type: value.typeName)
      return .error(failure(kind, program.ranges[place]))
    }
    return .bool(bool)
  }
}
