import Values

extension BinaryOperator {
  func apply(_ left: Value, _ right: Value, _ budget: inout Budget) throws(Problem) -> Value {
    switch self {
    case .equal: .bool(try Equality.areEqual(left, right, &budget))
    case .notEqual: .bool(!(try Equality.areEqual(left, right, &budget)))
    case .less: .bool(try Ordering.precedes(left, right, &budget) ?? false)
    case .greater: .bool(try Ordering.precedes(right, left, &budget) ?? false)
    case .lessOrEqual: .bool(!(try Ordering.precedes(right, left, &budget) ?? true))
    case .greaterOrEqual: .bool(!(try Ordering.precedes(left, right, &budget) ?? true))
    case .contained: .bool(try Selection.contains(left, in: right, &budget))
    case .add: try Arithmetic.add(left, right, &budget)
    case .subtract: try Arithmetic.subtract(left, right)
    case .multiply: try Arithmetic.multiply(left, right)
    case .divide: try Arithmetic.divide(left, right)
    case .modulo: try Arithmetic.modulo(left, right)
    }
  }
}

/// `+ - * / %`. Numbers of different types do not mix; what does not fit is an error.
enum Arithmetic {
  static func add(
    _ left: Value, _ right: Value, _ budget: inout Budget
  ) throws(Problem) -> Value {
    switch (left, right) {
    case (.int(let a), .int(let b)):
      return .int(try checked(a.addingReportingOverflow(b), "+"))
    case (.uint(let a), .uint(let b)):
      return .uint(try checked(a.addingReportingOverflow(b), "+"))
    case (.double(let a), .double(let b)):
      return .double(a + b)
    case (.string(let a), .string(let b)):
      try budget.build(a.utf8.count + b.utf8.count)
      return .string(a + b)
    case (.bytes(let a), .bytes(let b)):
      try budget.build(a.count + b.count)
      return .bytes(a + b)
    case (.list(let a), .list(let b)):
      try budget.build(elements: a.count + b.count)
      return .list(a + b)
    case (.timestamp(let time), .duration(let span)), (.duration(let span), .timestamp(let time)):
      return .timestamp(try inRange(time.adding(span)))
    case (.duration(let a), .duration(let b)):
      return .duration(try countable(a.adding(b)))
    default:
      throw .noOverload
    }
  }

  static func subtract(_ left: Value, _ right: Value) throws(Problem) -> Value {
    switch (left, right) {
    case (.int(let a), .int(let b)): .int(try checked(a.subtractingReportingOverflow(b), "-"))
    case (.uint(let a), .uint(let b)): .uint(try checked(a.subtractingReportingOverflow(b), "-"))
    case (.double(let a), .double(let b)): .double(a - b)
    case (.timestamp(let a), .timestamp(let b)): .duration(try countable(a.since(b)))
    case (.timestamp(let time), .duration(let span)):
      .timestamp(try inRange(time.adding(span.negated)))
    case (.duration(let a), .duration(let b)): .duration(try countable(a.adding(b.negated)))
    default: throw .noOverload
    }
  }

  static func multiply(_ left: Value, _ right: Value) throws(Problem) -> Value {
    switch (left, right) {
    case (.int(let a), .int(let b)): .int(try checked(a.multipliedReportingOverflow(by: b), "*"))
    case (.uint(let a), .uint(let b)): .uint(try checked(a.multipliedReportingOverflow(by: b), "*"))
    case (.double(let a), .double(let b)): .double(a * b)
    default: throw .noOverload
    }
  }

  static func divide(_ left: Value, _ right: Value) throws(Problem) -> Value {
    switch (left, right) {
    case (.int, .int(0)), (.uint, .uint(0)): throw .because(.divisionByZero(operation: "/"))
    case (.int(let a), .int(let b)): .int(try checked(a.dividedReportingOverflow(by: b), "/"))
    case (.uint(let a), .uint(let b)): .uint(a / b)
    case (.double(let a), .double(let b)): .double(a / b)
    default: throw .noOverload
    }
  }

  static func modulo(_ left: Value, _ right: Value) throws(Problem) -> Value {
    switch (left, right) {
    case (.int, .int(0)), (.uint, .uint(0)): throw .because(.divisionByZero(operation: "%"))
    case (.int(let a), .int(let b)):
      .int(try checked(a.remainderReportingOverflow(dividingBy: b), "%"))
    case (.uint(let a), .uint(let b)): .uint(a % b)
    default: throw .noOverload
    }
  }

  static func negate(_ value: Value) throws(Problem) -> Value {
    switch value {
    case .int(let number): .int(try checked(Int64(0).subtractingReportingOverflow(number), "-"))
    case .double(let number): .double(-number)
    default: throw .noOverload
    }
  }

  private static func checked<Number>(
    _ result: (partialValue: Number, overflow: Bool), _ operation: String
  ) throws(Problem) -> Number {
    guard !result.overflow else { throw .because(.overflow(operation: operation)) }
    return result.partialValue
  }

  private static func inRange<Time>(_ time: Time?) throws(Problem) -> Time {
    guard let time else { throw .because(.timeOutOfRange) }
    return time
  }

  /// What is computed must fit 64 bits of nanoseconds (section "Overflow" of CEL's definition).
  private static func countable(_ span: TimeSpan?) throws(Problem) -> TimeSpan {
    guard let span, span.totalNanoseconds != nil else { throw .because(.timeOutOfRange) }
    return span
  }
}
