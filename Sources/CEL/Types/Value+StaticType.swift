public import Values

extension Value {
  /// The type of a value, without what it holds.
  public var staticType: StaticType {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    case .list: .list(.dyn)
    case .map: .map(key: .dyn, value: .dyn)
    case .timestamp: .timestamp
    case .duration: .duration
    case .type: .type
    }
  }
}
