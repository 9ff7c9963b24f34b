import Values

/// `int("1")` and the like.
enum ConversionFunctions {
  static let all: [StandardFunction] = [
    conversion("int", .int, from: [.int, .uint, .double, .string, .timestamp], int),
    conversion("uint", .uint, from: [.uint, .int, .double, .string], uint),
    conversion("double", .double, from: [.double, .int, .uint, .string], double),
    conversion("bool", .bool, from: [.bool, .string], bool),
    conversion(
      "string", .string,
      from: [.string, .bool, .int, .uint, .double, .bytes, .timestamp, .duration], string),
    conversion("bytes", .bytes, from: [.bytes, .string], bytes),
    conversion("timestamp", .timestamp, from: [.timestamp, .int, .string], timestamp),
    conversion("duration", .duration, from: [.duration, .string], duration),
  ]

  /// What a conversion gives: nil when it takes values of that type but not this one.
  private typealias Convert = @Sendable (Value) throws(Problem) -> Value?

  private static func conversion(
    _ name: String, _ type: StaticType, from types: [StaticType], _ convert: @escaping Convert
  ) -> StandardFunction {
    StandardFunction(name, types.map { .takes($0, giving: type) }) {
      (arguments, budget) throws(Problem) in
      let value = arguments[0]
      if let text = value.stringValue { try budget.build(text.utf8.count) }
      if let bytes = value.bytesValue { try budget.build(bytes.count) }
      if let result = try convert(value) { return result }
      throw .because(
        .conversion(value: value.excerpt, from: value.typeName, to: name))
    }
  }

  private static func int(_ value: Value) throws(Problem) -> Value? {
    switch value {
    case .int: value
    case .uint(let number): Int64(exactly: number).map(Value.int)
    case .double(let number):
      number > -0x1p63 && number < 0x1p63 ? .int(Int64(number)) : nil
    case .string(let text): Int64(text).map(Value.int)
    case .timestamp(let time): .int(time.seconds)
    default: throw .noOverload
    }
  }

  private static func uint(_ value: Value) throws(Problem) -> Value? {
    switch value {
    case .uint: value
    case .int(let number): UInt64(exactly: number).map(Value.uint)
    case .double(let number): number >= 0 && number < 0x1p64 ? .uint(UInt64(number)) : nil
    case .string(let text) where text.hasPrefix("-"): nil
    case .string(let text): UInt64(text).map(Value.uint)
    default: throw .noOverload
    }
  }

  private static func double(_ value: Value) throws(Problem) -> Value? {
    if let number = value.number { return .double(number) }
    guard case .string(let text) = value else { throw .noOverload }
    return Double(text).map(Value.double)
  }

  private static func bool(_ value: Value) throws(Problem) -> Value? {
    switch value {
    case .bool: value
    case .string("true"), .string("TRUE"), .string("True"), .string("t"), .string("1"): true
    case .string("false"), .string("FALSE"), .string("False"), .string("f"), .string("0"): false
    case .string: nil
    default: throw .noOverload
    }
  }

  private static func string(_ value: Value) throws(Problem) -> Value? {
    switch value {
    case .string: value
    case .bool(let bool): .string(bool ? "true" : "false")
    case .int(let number): .string(String(number))
    case .uint(let number): .string(String(number))
    case .double(let number): .string(NumberText.shortest(number))
    case .bytes(let bytes): String(validating: bytes, as: UTF8.self).map(Value.string)
    case .timestamp(let time): .string(time.text)
    case .duration(let span): .string(span.text)
    default: throw .noOverload
    }
  }

  private static func bytes(_ value: Value) throws(Problem) -> Value? {
    switch value {
    case .bytes: value
    case .string(let text): .bytes(Array(text.utf8))
    default: throw .noOverload
    }
  }

  private static func timestamp(_ value: Value) throws(Problem) -> Value? {
    switch value {
    case .timestamp: value
    case .int(let seconds):
      Timestamp(seconds: seconds).isInRange ? .timestamp(Timestamp(seconds: seconds)) : nil
    case .string(let text): Timestamp(text).map(Value.timestamp)
    default: throw .noOverload
    }
  }

  private static func duration(_ value: Value) throws(Problem) -> Value? {
    switch value {
    case .duration: value
    case .string(let text): TimeSpan(text).map(Value.duration)
    default: throw .noOverload
    }
  }
}

extension Value {
  /// The beginning of the value's JSON, for an error.
  var excerpt: String {
    let text = stringValue ?? json()
    return text.unicodeScalars.count <= 80 ? text : String(text.prefix(77)) + "..."
  }
}
