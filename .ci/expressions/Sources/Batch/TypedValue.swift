import Values

/// Values in JSON with their types, as the conformance cases have them: `{"int": "7"}`.
enum TypedValue {
  static func value(_ typed: Value) -> Value? {
    guard let (key, payload) = typed.mapValue?.first(where: { _ in true }) else { return nil }
    let text = payload.stringValue ?? ""
    switch key.stringValue {
    case "null": return .null
    case "bool", "string": return payload
    case "int": return Int64(text).map(Value.int)
    case "uint": return UInt64(text).map(Value.uint)
    case "double": return Double(text).map(Value.double)
    case "bytes": return Base64.decode(text).map(Value.bytes)
    case "type": return .type(text)
    case "timestamp": return Timestamp(text).map(Value.timestamp)
    case "duration": return TimeSpan(text).map(Value.duration)
    case "list": return .list((payload.listValue ?? []).compactMap(value))
    case "map": return .map(ValueMap((payload.listValue ?? []).compactMap(pair)))
    default: return nil
    }
  }

  private static func pair(_ pair: Value) -> (Value, Value)? {
    guard let key = pair[0].flatMap(value), let value = pair[1].flatMap(value) else { return nil }
    return (key, value)
  }

  static func typed(_ value: Value) -> Value {
    switch value {
    case .null: ["null": nil]
    case .bool: ["bool": value]
    case .string: ["string": value]
    case .int(let number): ["int": .string(String(number))]
    case .uint(let number): ["uint": .string(String(number))]
    case .double(let number): ["double": .string(text(number))]
    case .bytes(let bytes): ["bytes": .string(Base64.encode(bytes))]
    case .type(let name): ["type": .string(name)]
    case .timestamp(let time): ["timestamp": .string(time.text)]
    case .duration(let span): ["duration": .string(span.text)]
    case .list(let list): ["list": .list(list.map(typed))]
    case .map(let map): ["map": .list(map.map { [typed($0.key), typed($0.value)] })]
    }
  }

  private static func text(_ number: Double) -> String {
    number.isNaN ? "nan" : number.isInfinite ? number < 0 ? "-inf" : "inf" : number.description
  }
}
