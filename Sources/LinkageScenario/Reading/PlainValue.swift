import Values

/// What a scalar stands for, by YAML 1.2's core schema.
///
/// A number that would lose something, such as `0138`, `+86` or twenty digits, stays a string.
struct PlainValue {
  var value: Value

  init(_ scalar: YAMLScalar) {
    value = scalar.isPlain ? Self.resolve(scalar.text) : .string(scalar.text)
  }

  /// The word for the value's type in messages.
  var typeName: String {
    switch value {
    case .null: "nothing"
    case .bool: "bool"
    case .int, .double: "number"
    default: "string"
    }
  }

  private static func resolve(_ text: String) -> Value {
    switch text {
    case "", "~", "null", "Null", "NULL": .null
    case "true", "True", "TRUE": .bool(true)
    case "false", "False", "FALSE": .bool(false)
    default: number(text) ?? .string(text)
    }
  }

  private static func number(_ text: String) -> Value? {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    guard let first = digits.first, isDigit(first) || first == UInt8(ascii: ".") else {
      return nil
    }
    if digits.allSatisfy(isDigit) {
      guard first != UInt8(ascii: "0") || digits.count == 1 else { return nil }
      return Int64(text).map(Value.int)
    }
    return isDecimal(digits) ? Double(text).map(Value.double) : nil
  }

  /// `1.5`, `.5`, `1e3`, `1.5E-7`: what `Double` reads, without its hexadecimal and named forms.
  private static func isDecimal(_ digits: Substring.UTF8View) -> Bool {
    let allowed = digits.allSatisfy { isDigit($0) || ".eE+-".utf8.contains($0) }
    let leadingZero =
      digits.first == UInt8(ascii: "0") && digits.dropFirst().first.map(isDigit) == true
    return allowed && !leadingZero && digits.contains(where: isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
