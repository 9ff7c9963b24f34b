import Values

/// CEL's equality: numbers of all types are compared as numbers, values of other different types are
/// unequal, NaN equals nothing. It does not recurse, so that depth never costs stack.
enum Equality {
  static func areEqual(
    _ left: Value, _ right: Value, _ budget: inout Budget
  ) throws(Problem) -> Bool {
    var waiting: [(Value, Value)] = []
    var next: (Value, Value)? = (left, right)
    while let (left, right) = next {
      guard try areEqual(left, right, &waiting, &budget) else { return false }
      next = waiting.popLast()
    }
    return true
  }

  /// Whether two values are equal as long as the pairs of their elements, which it adds, are.
  private static func areEqual(
    _ left: Value, _ right: Value, _ waiting: inout [(Value, Value)], _ budget: inout Budget
  ) throws(Problem) -> Bool {
    switch (left, right) {
    case (.string(let a), .string(let b)):
      try budget.spend(min(a.utf8.count, b.utf8.count))
      return left == right
    case (.bytes(let a), .bytes(let b)):
      try budget.spend(min(a.count, b.count))
      return a == b
    case (.list(let a), .list(let b)):
      guard a.count == b.count else { return false }
      try budget.spend(a.count)
      waiting.append(contentsOf: zip(a, b).reversed())
      return true
    case (.map(let a), .map(let b)):
      try budget.spend(a.count)
      return a.count == b.count && addPairs(a, b, &waiting)
    default:
      try budget.spend(1)
      return numbers(left, right) ?? (left == right)
    }
  }

  /// The pairs of the values under the same keys; false when a key is missing.
  private static func addPairs(
    _ left: ValueMap, _ right: ValueMap, _ waiting: inout [(Value, Value)]
  ) -> Bool {
    for (key, value) in left {
      guard let other = right[key] else { return false }
      waiting.append((value, other))
    }
    return true
  }

  /// Whether two numbers are the same number, exactly; nil unless both are numbers.
  private static func numbers(_ left: Value, _ right: Value) -> Bool? {
    switch (left, right) {
    case (.int(let a), .int(let b)): a == b
    case (.uint(let a), .uint(let b)): a == b
    case (.double(let a), .double(let b)): a == b
    case (.int(let a), .uint(let b)), (.uint(let b), .int(let a)): UInt64(exactly: a) == b
    case (.int(let a), .double(let b)), (.double(let b), .int(let a)): Int64(exactly: b) == a
    case (.uint(let a), .double(let b)), (.double(let b), .uint(let a)): UInt64(exactly: b) == a
    default: nil
    }
  }
}

/// CEL's order.
enum Ordering {
  /// Nil when no order holds, as with NaN.
  static func precedes(
    _ left: Value, _ right: Value, _ budget: inout Budget
  ) throws(Problem) -> Bool? {
    switch (left, right) {
    case (.bool(let a), .bool(let b)): return !a && b
    case (.string(let a), .string(let b)):
      try budget.spend(min(a.utf8.count, b.utf8.count))
      return a.precedesByBytes(b)
    case (.bytes(let a), .bytes(let b)):
      try budget.spend(min(a.count, b.count))
      return a.lexicographicallyPrecedes(b)
    case (.timestamp(let a), .timestamp(let b)): return a < b
    case (.duration(let a), .duration(let b)): return a < b
    case (.int(let a), .int(let b)): return a < b
    case (.uint(let a), .uint(let b)): return a < b
    case (.int(let a), .uint(let b)): return a < b
    case (.uint(let a), .int(let b)): return a < b
    default:
      guard let a = left.number, let b = right.number else { throw .noOverload }
      return a.isNaN || b.isNaN ? nil : a < b
    }
  }
}

extension Value {
  /// A number as a `double`, rounded where it must be; nil for what is no number.
  var number: Double? {
    switch self {
    case .int(let number): Double(number)
    case .uint(let number): Double(number)
    case .double(let number): number
    default: nil
    }
  }
}
