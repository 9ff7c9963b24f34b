/// Values in JSON with nothing of their type lost: `{"int": "1"}`, `{"list": [{"null": null}]}`.
///
/// A typed value is a map with one key, the type, and the payload under it: `null`, `bool`, `int`
/// and `uint` (decimal strings), `double` (a string; `inf`, `-inf` and `nan` occur), `string`,
/// `bytes` (base64), `list` (typed values), `map` (pairs of a typed key and a typed value), `type`
/// (its name), `timestamp` (RFC 3339) and `duration` (seconds with `s`). The form is the one in
/// which CEL's conformance cases are kept.
public enum TypedValue {
  /// Why something is no typed value.
  public struct Failure: Error, Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
      /// No map with exactly one key, but this type of value or that many keys.
      case shape(found: String)
      case unknownType(name: String, nearest: String?)
      /// What stands under the type is none of its values.
      case payload(type: String, found: String)
    }

    public let kind: Kind
    /// The positions in lists and maps that lead there, counted from 0.
    public let path: [Int]
  }

  private static let names = [
    "null", "bool", "int", "uint", "double", "string", "bytes", "list", "map", "type",
    "timestamp", "duration",
  ]

  /// The typed form of a value, itself a value that JSON can hold.
  public static func encode(_ value: Value) -> Value {
    // Depth costs memory here, not stack.
    var work: [Work] = [.visit(value, [])]
    var done: [Value] = []
    while let item = work.popLast() {
      switch item {
      case .visit(.list(let list), _): push(list, at: [], &work)
      case .visit(.map(let map), _): push(map.map { [$0.key, $0.value] }, at: [], &work)
      case .visit(let scalar, _): done.append(encodeScalar(scalar))
      case .list(let count): done.append(tagged("list", .list(take(count, from: &done))))
      case .map(let count, _):
        let pairs = pairs(take(2 * count, from: &done)).map { Value.list([$0.0, $0.1]) }
        done.append(tagged("map", .list(pairs)))
      }
    }
    return done.first ?? .null
  }

  /// The value that a typed form stands for.
  public static func decode(_ typed: Value) throws(Failure) -> Value {
    var work: [Work] = [.visit(typed, [])]
    var done: [Value] = []
    while let item = work.popLast() {
      switch item {
      case .visit(let typed, let path):
        if let scalar = try open(typed, path, &work) { done.append(scalar) }
      case .list(let count): done.append(.list(take(count, from: &done)))
      case .map(let count, let path):
        done.append(try decodeMap(pairs(take(2 * count, from: &done)), path))
      }
    }
    return done.first ?? .null
  }

  // MARK: Nesting

  private enum Work {
    case visit(Value, [Int])
    /// Makes a list of so many values, a map of so many pairs.
    case list(Int)
    case map(Int, [Int])
  }

  private static func push(_ list: [Value], at path: [Int], _ work: inout [Work]) {
    work.append(.list(list.count))
    for (index, element) in list.enumerated().reversed() {
      work.append(.visit(element, path + [index]))
    }
  }

  private static func push(_ pairs: [[Value]], at path: [Int], _ work: inout [Work]) {
    work.append(.map(pairs.count, path))
    for (index, pair) in pairs.enumerated().reversed() {
      work.append(.visit(pair[1], path + [index, 1]))
      work.append(.visit(pair[0], path + [index, 0]))
    }
  }

  private static func take(_ count: Int, from done: inout [Value]) -> [Value] {
    defer { done.removeLast(count) }
    return Array(done.suffix(count))
  }

  private static func pairs(_ values: [Value]) -> [(Value, Value)] {
    stride(from: 0, to: values.count, by: 2).map { (values[$0], values[$0 + 1]) }
  }

  // MARK: One value

  private static func encodeScalar(_ value: Value) -> Value {
    switch value {
    case .null, .list, .map: tagged("null", .null)
    case .bool: tagged("bool", value)
    case .int(let number): tagged("int", .string(String(number)))
    case .uint(let number): tagged("uint", .string(String(number)))
    case .double(let number): tagged("double", .string(String(number)))
    case .string: tagged("string", value)
    case .bytes(let bytes): tagged("bytes", .string(Base64.encode(bytes)))
    case .type(let name): tagged("type", .string(name))
    case .timestamp(let time): tagged("timestamp", .string(time.text))
    case .duration(let span): tagged("duration", .string(span.text))
    }
  }

  private static func tagged(_ type: String, _ payload: Value) -> Value {
    .map(ValueMap([(.string(type), payload)]))
  }

  /// The value of a scalar; `nil` for a list or map, whose parts are then waiting.
  private static func open(
    _ typed: Value, _ path: [Int], _ work: inout [Work]
  ) throws(Failure) -> Value? {
    guard let map = typed.mapValue, map.count == 1, let type = map.keys.first?.stringValue,
      let payload = map.values.first
    else {
      let found = typed.mapValue.map { "\($0.count) keys" } ?? typed.typeName
      throw Failure(kind: .shape(found: found), path: path)
    }
    switch (type, payload) {
    case ("list", .list(let list)): push(list, at: path, &work)
    case ("map", .list(let list)): push(try pairs(in: list, path), at: path, &work)
    default: return try decodeScalar(type, payload, path)
    }
    return nil
  }

  private static func decodeScalar(
    _ type: String, _ payload: Value, _ path: [Int]
  ) throws(Failure) -> Value {
    if let value = scalar(type, payload) { return value }
    guard names.contains(type) else {
      let nearest = Nearest.name(to: type, among: names)
      throw Failure(kind: .unknownType(name: type, nearest: nearest), path: path)
    }
    throw failure(type, payload, path)
  }

  private static func scalar(_ type: String, _ payload: Value) -> Value? {
    switch (type, payload) {
    case ("null", .null), ("bool", .bool), ("string", .string): payload
    case ("int", .string(let text)): Int64(text).map(Value.int)
    case ("uint", .string(let text)): UInt64(text).map(Value.uint)
    case ("double", .string(let text)): Double(text).map(Value.double)
    case ("bytes", .string(let text)): Base64.decode(text).map(Value.bytes)
    case ("type", .string(let text)): .type(text)
    case ("timestamp", .string(let text)): Timestamp(text).map(Value.timestamp)
    case ("duration", .string(let text)): TimeSpan(text).map(Value.duration)
    default: nil
    }
  }

  private static func pairs(in list: [Value], _ path: [Int]) throws(Failure) -> [[Value]] {
    var pairs: [[Value]] = []
    for (index, element) in list.enumerated() {
      guard let pair = element.listValue, pair.count == 2 else {
        throw failure("map", element, path + [index])
      }
      pairs.append(pair)
    }
    return pairs
  }

  /// CEL's maps have keys of these types alone.
  private static func decodeMap(
    _ pairs: [(Value, Value)], _ path: [Int]
  ) throws(Failure) -> Value {
    for (index, pair) in pairs.enumerated() {
      switch pair.0 {
      case .bool, .int, .uint, .string: continue
      default: throw failure("map", .string(pair.0.typeName), path + [index])
      }
    }
    return .map(ValueMap(pairs))
  }

  private static func failure(_ type: String, _ payload: Value, _ path: [Int]) -> Failure {
    Failure(kind: .payload(type: type, found: String(payload.json().prefix(80))), path: path)
  }
}
