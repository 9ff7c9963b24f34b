/// One piece of data: what an answer holds, what an expression computes, what a step hands on.
///
/// The cases are CEL's types without protobuf messages. `Hashable` equality is exact: an `int` is
/// never equal to a `uint` or `double`, strings are compared by their bytes in UTF-8 (so "é" in one
/// scalar differs from "e" with an accent), and NaN is equal to itself. CEL's own `==`, under which
/// `1 == 1.0`, belongs to the `CEL` module.
public enum Value: Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  case string(String)
  case bytes([UInt8])
  case list([Value])
  case map(ValueMap)
  case timestamp(Timestamp)
  case duration(TimeSpan)
  /// A type as a value: what CEL's `type(x)` gives. The payload is the type's name.
  case type(String)
}

extension Value {
  /// The type's name as CEL's `type` gives it.
  public var typeName: String {
    switch self {
    case .null: "null_type"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .list: "list"
    case .map: "map"
    case .timestamp: "google.protobuf.Timestamp"
    case .duration: "google.protobuf.Duration"
    case .type: "type"
    }
  }

  public var isNull: Bool {
    if case .null = self { true } else { false }
  }

  /// The payload of `bool`; nil for every other type. The other accessors are alike: none converts.
  public var boolValue: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  public var intValue: Int64? {
    if case .int(let value) = self { value } else { nil }
  }

  public var uintValue: UInt64? {
    if case .uint(let value) = self { value } else { nil }
  }

  public var doubleValue: Double? {
    if case .double(let value) = self { value } else { nil }
  }

  public var stringValue: String? {
    if case .string(let value) = self { value } else { nil }
  }

  public var bytesValue: [UInt8]? {
    if case .bytes(let value) = self { value } else { nil }
  }

  public var listValue: [Value]? {
    if case .list(let value) = self { value } else { nil }
  }

  public var mapValue: ValueMap? {
    if case .map(let value) = self { value } else { nil }
  }

  public var timestampValue: Timestamp? {
    if case .timestamp(let value) = self { value } else { nil }
  }

  public var durationValue: TimeSpan? {
    if case .duration(let value) = self { value } else { nil }
  }

  /// The entry of a map under a string key; nil when it is absent or this is no map.
  public subscript(_ key: String) -> Value? {
    if case .map(let map) = self { map[key] } else { nil }
  }

  /// The element of a list, counted from 0; nil when out of range or this is no list.
  public subscript(_ index: Int) -> Value? {
    guard case .list(let list) = self, list.indices.contains(index) else { return nil }
    return list[index]
  }
}

extension Value: CustomStringConvertible {
  /// The value as one line of JSON.
  public var description: String { json() }
}
