/// Neither comparing nor hashing recurses, so that depth never costs stack.
extension Value: Hashable {
  public static func == (left: Value, right: Value) -> Bool {
    var waiting: [(Value, Value)] = []
    var next: (Value, Value)? = (left, right)
    while let (left, right) = next {
      guard areEqual(left, right, &waiting) else { return false }
      next = waiting.popLast()
    }
    return true
  }

  /// Whether two values are equal as long as the pairs of their elements, which it adds, are.
  private static func areEqual(
    _ left: Value, _ right: Value, _ waiting: inout [(Value, Value)]
  ) -> Bool {
    switch (left, right) {
    case (.null, .null): return true
    case (.bool(let a), .bool(let b)): return a == b
    case (.int(let a), .int(let b)): return a == b
    case (.uint(let a), .uint(let b)): return a == b
    case (.double(let a), .double(let b)): return a == b || (a.isNaN && b.isNaN)
    case (.string(let a), .string(let b)), (.type(let a), .type(let b)):
      return a.isSameText(as: b)
    case (.bytes(let a), .bytes(let b)): return a == b
    case (.timestamp(let a), .timestamp(let b)): return a == b
    case (.duration(let a), .duration(let b)): return a == b
    case (.list(let a), .list(let b)):
      guard a.count == b.count else { return false }
      waiting.append(contentsOf: zip(a, b).reversed())
      return true
    case (.map(let a), .map(let b)): return a.addPairs(with: b, to: &waiting)
    default: return false
    }
  }

  public func hash(into hasher: inout Hasher) {
    switch self {
    case .list(let list):
      hasher.combine(list.count)
      for element in list { element.hashShallowly(into: &hasher) }
    case .map(let map): hasher.combine(map)
    default: hashShallowly(into: &hasher)
    }
  }

  /// Of lists and maps the count alone.
  func hashShallowly(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .bool(let value): hasher.combine(value)
    case .int(let value): hasher.combine(value)
    case .uint(let value): hasher.combine(value)
    case .double(let value): hasher.combine(value.isNaN ? .nan : value)
    case .string(let value), .type(let value): hasher.combine(value)
    case .bytes(let value): hasher.combine(value)
    case .list(let value): hasher.combine(value.count)
    case .map(let value): hasher.combine(value.count)
    case .timestamp(let value): hasher.combine(value)
    case .duration(let value): hasher.combine(value)
    }
  }
}
