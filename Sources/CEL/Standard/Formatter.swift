import Values

/// `"%s is %d".format([…])`.
struct Formatter {
  private static let precisionLimit = 100

  private let template: [UInt8]
  private let values: [Value]
  private var at = 0
  private var used = 0
  private var output: [UInt8] = []

  init(_ template: String, _ values: [Value]) {
    self.template = Array(template.utf8)
    self.values = values
  }

  mutating func format(_ budget: inout Budget) throws(Problem) -> String {
    try budget.build(template.count)
    while at < template.count {
      let byte = template[at]
      at += 1
      if byte == UInt8(ascii: "%") {
        output += try clause(&budget).utf8
      } else {
        output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The text for a clause whose `%` is behind.
  private mutating func clause(_ budget: inout Budget) throws(Problem) -> String {
    let start = at
    let precision = try precision()
    let hasDigits = at == start || template[at - 1].isDigit
    guard at < template.count else { throw .because(.format(.unfinishedClause)) }
    let letter = template[at]
    at += 1
    if letter == UInt8(ascii: "%") && hasDigits { return "%" }
    let name = String(decoding: template[start - 1..<at], as: UTF8.self)
    guard let clause = FormatClause(rawValue: letter), hasDigits else {
      throw .because(.format(.unknownClause(name)))
    }
    guard used < values.count else { throw .because(.format(.missingArgument(index: used))) }
    let value = values[used]
    used += 1
    let text = try clause.text(of: value, precision, &budget)
    guard let text else {
      throw .because(.format(.wrongType(clause: name, type: value.typeName)))
    }
    return text
  }

  private mutating func precision() throws(Problem) -> Int {
    guard at < template.count, template[at] == UInt8(ascii: ".") else { return 6 }
    at += 1
    var precision = 0
    while at < template.count, template[at].isDigit {
      precision = precision * 10 + Int(template[at] - UInt8(ascii: "0"))
      guard precision <= Self.precisionLimit else {
        throw .because(.format(.precisionTooLarge(limit: Self.precisionLimit)))
      }
      at += 1
    }
    return precision
  }
}

/// A kind of clause by its letter.
enum FormatClause: UInt8 {
  case string = 0x73
  case decimal = 0x64
  case fixed = 0x66
  case scientific = 0x65
  case binary = 0x62
  case octal = 0x6F
  case hex = 0x78
  case upperHex = 0x58

  /// Nil when the clause does not take values of that type.
  func text(
    of value: Value, _ precision: Int, _ budget: inout Budget
  ) throws(Problem) -> String? {
    switch self {
    case .string: return try StringForm.text(of: value, &budget)
    case .decimal:
      try budget.build(24)
      return decimal(value)
    case .fixed, .scientific:
      try budget.build(320 + precision)
      return real(value, precision)
    case .binary:
      try budget.build(64)
      if case .bool(let bool) = value { return bool ? "1" : "0" }
      return integer(value, radix: 2)
    case .octal:
      try budget.build(32)
      return integer(value, radix: 8)
    case .hex, .upperHex:
      return try hex(value, &budget)
    }
  }

  private func decimal(_ value: Value) -> String? {
    if case .double(let number) = value {
      return number.isFinite ? NumberText.shortest(number) : NumberText.special(number)
    }
    return integer(value, radix: 10)
  }

  private func real(_ value: Value, _ precision: Int) -> String? {
    guard let number = value.number else { return nil }
    guard number.isFinite else { return NumberText.special(number) }
    return self == .fixed
      ? NumberText.fixed(number, digits: precision)
      : NumberText.scientific(number, digits: precision)
  }

  private func integer(_ value: Value, radix: Int) -> String? {
    switch value {
    case .int(let number): String(number, radix: radix, uppercase: self == .upperHex)
    case .uint(let number): String(number, radix: radix, uppercase: self == .upperHex)
    default: nil
    }
  }

  private func hex(_ value: Value, _ budget: inout Budget) throws(Problem) -> String? {
    let bytes: [UInt8]
    switch value {
    case .string(let text): bytes = Array(text.utf8)
    case .bytes(let data): bytes = data
    default: return integer(value, radix: 16)
    }
    try budget.build(bytes.count * 2)
    let digits = Array((self == .upperHex ? "0123456789ABCDEF" : "0123456789abcdef").utf8)
    let output = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: output, as: UTF8.self)
  }
}
