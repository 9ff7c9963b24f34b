import Values

/// The values of literals.
struct Literal {
  let bytes: [UInt8]
  let token: Token

  /// The value of a number, `isNegative` telling whether a minus sign stands right before it.
  func number(isNegative: Bool) throws(ParseError) -> Value {
    var text = String(decoding: bytes[token.range], as: UTF8.self)
    let sign = isNegative ? "-" : ""
    if case .double = token.kind {
      guard let number = Double(sign + text), number.isFinite else { throw outOfRange(text) }
      return .double(number)
    }
    let isUnsigned = token.kind == .uint
    if isUnsigned { text.removeLast() }
    let isHex = text.hasPrefix("0x") || text.hasPrefix("0X")
    let digits = isHex ? String(text.dropFirst(2)) : text
    guard !digits.isEmpty else { throw ParseError(kind: .invalidNumber(text), range: token.range) }
    let radix = isHex ? 16 : 10
    let number: Value? =
      isUnsigned
      ? UInt64(digits, radix: radix).map(Value.uint)
      : Int64(sign + digits, radix: radix).map(Value.int)
    guard let number else { throw outOfRange(text) }
    return number
  }

  private func outOfRange(_ text: String) -> ParseError {
    ParseError(kind: .numberOutOfRange(text), range: token.range)
  }

  /// The value of a string or bytes literal.
  func text(_ form: Token.StringForm) throws(ParseError) -> Value {
    let inner = token.range.lowerBound + form.opening..<token.range.upperBound - form.closing
    var decoded: [UInt8] = []
    if form.isRaw {
      decoded = Array(bytes[inner])
    } else {
      var reader = EscapeReader(bytes: bytes, end: inner.upperBound, isBytes: form.isBytes)
      decoded = try reader.read(from: inner.lowerBound)
    }
    return form.isBytes ? .bytes(decoded) : .string(String(decoding: decoded, as: UTF8.self))
  }
}

/// Replaces the escape sequences of a literal.
private struct EscapeReader {
  let bytes: [UInt8]
  let end: Int
  let isBytes: Bool
  var at = 0

  init(bytes: [UInt8], end: Int, isBytes: Bool) {
    self.bytes = bytes
    self.end = end
    self.isBytes = isBytes
  }

  mutating func read(from start: Int) throws(ParseError) -> [UInt8] {
    var output: [UInt8] = []
    at = start
    while at < end {
      if bytes[at] == UInt8(ascii: "\\") {
        output.append(contentsOf: try escape())
      } else {
        output.append(bytes[at])
        at += 1
      }
    }
    return output
  }

  private mutating func escape() throws(ParseError) -> [UInt8] {
    let start = at
    let letter = at + 1 < end ? bytes[at + 1] : 0
    at += 2
    if let plain = Self.plain[letter] { return [plain] }
    let number: UInt32
    switch letter {
    case UInt8(ascii: "x"), UInt8(ascii: "X"):
      number = try digits(2, radix: 16, from: start)
    case UInt8(ascii: "u") where !isBytes:
      number = try digits(4, radix: 16, from: start)
    case UInt8(ascii: "U") where !isBytes:
      number = try digits(8, radix: 16, from: start)
    case UInt8(ascii: "0")...UInt8(ascii: "3"):
      at -= 1
      number = try digits(3, radix: 8, from: start)
    default:
      throw invalid(from: start)
    }
    return try encoded(number, from: start)
  }

  private static let plain: [UInt8: UInt8] = [
    UInt8(ascii: "a"): 0x07, UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C,
    UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
    UInt8(ascii: "v"): 0x0B, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "?"): 0x3F,
    UInt8(ascii: "\""): 0x22, UInt8(ascii: "'"): 0x27, UInt8(ascii: "`"): 0x60,
  ]

  private mutating func digits(
    _ count: Int, radix: UInt32, from start: Int
  ) throws(ParseError) -> UInt32 {
    var number: UInt32 = 0
    for _ in 0..<count {
      guard at < end, let digit = bytes[at].hexValue, digit < radix else {
        throw invalid(from: start)
      }
      number = number &* radix &+ UInt32(digit)
      at += 1
    }
    return number
  }

  /// A byte in a bytes literal, a scalar's UTF-8 in a string.
  private func encoded(_ number: UInt32, from start: Int) throws(ParseError) -> [UInt8] {
    if isBytes { return [UInt8(truncatingIfNeeded: number)] }
    guard let scalar = Unicode.Scalar(number) else {
      throw ParseError(kind: .invalidCodePoint, range: start..<at)
    }
    return Array(String(scalar).utf8)
  }

  private func invalid(from start: Int) -> ParseError {
    let range = start..<min(max(at, start + 2), end)
    return ParseError(
      kind: .invalidEscape(String(decoding: bytes[range], as: UTF8.self)), range: range)
  }
}
