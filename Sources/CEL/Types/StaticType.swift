/// What is known of a value's type before anything is evaluated.
public indirect enum StaticType: Sendable, Hashable {
  /// Nothing is known: every operator and function takes it.
  case dyn
  case null, bool, int, uint, double, string, bytes, timestamp, duration
  /// A type as a value: what `type(x)` gives.
  case type
  case list(StaticType)
  case map(key: StaticType, value: StaticType)
  /// A map whose keys are strings, with the types of some of its values. Keys not named may be
  /// there as well, with values of any type.
  case record([String: StaticType])
}

extension StaticType: CustomStringConvertible {
  /// As people write it: `map(string, list(int))`. A record's fields are left out.
  public var description: String {
    switch self {
    case .dyn: "any"
    case .null: "null"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .timestamp: "timestamp"
    case .duration: "duration"
    case .type: "type"
    case .list(.dyn): "list"
    case .list(let element): "list(\(element))"
    case .map(.dyn, .dyn), .record: "map"
    case .map(let key, let value): "map(\(key), \(value))"
    }
  }
}
