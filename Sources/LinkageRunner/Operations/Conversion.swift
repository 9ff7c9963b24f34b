import LinkageCore
import Values

/// What an operation gives or returns, in the contract's types.
struct Conversion: Sendable {
  /// From an amount to the smallest unit of its currency; `nil` where it is no amount.
  var money: @Sendable (Value) -> Int64?

  /// A value that its contract's type cannot hold.
  struct Failure: Error, Equatable {
    var field: String
    var expected: FieldType
    var found: String
  }

  /// - An `id` or `phone` becomes a string, an `int` an integer also from `50.0`, `"50"` or `"5e1"`.
  /// - A `number` stays what it is; from text it is read as from JSON, so that large integers and
  ///   those without fraction stay exact.
  /// - `money` becomes an integer of the smallest unit: 15.98, "15.98" and "¥15.98" are 1598, and
  ///   a whole 15 is 1500. An amount that is already in the smallest unit is an `int`.
  /// - A `time` in RFC 3339 becomes a timestamp.
  /// - The elements of a list of an entity become as the entity has them.
  func convert(_ value: Value, to field: Field) throws(Failure) -> Value {
    if value.isNull, field.isOptional { return value }
    let converted: Value? =
      switch field.type {
      case .id, .phone, .secret: Self.identifier(value)
      case .int: Self.integer(value)
      case .money: money(value).map { .int($0) }
      case .number: Self.number(value)
      case .time: Self.time(value)
      case .string: value.stringValue.map { _ in value }
      case .bool: value.boolValue.map { _ in value }
      case .list: try list(value, of: field)
      case .map: value.mapValue.map { _ in value }
      }
    guard let converted else {
      throw Failure(field: field.name, expected: field.type, found: Self.found(value))
    }
    return converted
  }

  private func list(_ value: Value, of field: Field) throws(Failure) -> Value? {
    guard let list = value.listValue else { return Optional.none }
    guard let types = field.elements else { return value }
    var elements: [Value] = []
    for (place, element) in list.enumerated() {
      elements.append(try self.element(element, types, "\(field.name)[\(place)]"))
    }
    return .list(elements)
  }

  /// What an element does not have, or has beyond the entity's fields, is nobody's concern here.
  private func element(
    _ value: Value, _ types: [Field], _ name: String
  ) throws(Failure) -> Value {
    guard var map = value.mapValue else {
      throw Failure(field: name, expected: .map, found: Self.found(value))
    }
    for var type in types {
      guard let own = map[.string(type.name)] else { continue }
      let key = type.name
      type.name = "\(name).\(key)"
      map[.string(key)] = try convert(own, to: type)
    }
    return .map(map)
  }

  private static func found(_ value: Value) -> String {
    let json = value.json()
    return json.count <= 60 ? json : String(json.prefix(59)) + "…"
  }

  private static func identifier(_ value: Value) -> Value? {
    switch value {
    case .string: value
    case .int(let number): .string(String(number))
    case .uint(let number): .string(String(number))
    default: nil
    }
  }

  private static func integer(_ value: Value) -> Value? {
    switch value {
    case .int: value
    case .uint(let number): Int64(exactly: number).map { .int($0) }
    case .double(let number): Int64(exactly: number).map { .int($0) }
    case .string(let text): ExactInteger.parse(text).map { .int($0) }
    default: nil
    }
  }

  private static func number(_ value: Value) -> Value? {
    switch value {
    case .int, .uint, .double: value
    case .string(let text): numberText(text)
    default: nil
    }
  }

  private static func numberText(_ text: String) -> Value? {
    guard let value = try? Value(json: text), value.isNumber else { return Optional.none }
    return value
  }

  private static func time(_ value: Value) -> Value? {
    switch value {
    case .timestamp, .int: value
    case .string(let text): Timestamp(text).map { .timestamp($0) }
    default: nil
    }
  }
}

extension Value {
  fileprivate var isNumber: Bool {
    switch self {
    case .int, .uint, .double: true
    default: false
    }
  }
}
