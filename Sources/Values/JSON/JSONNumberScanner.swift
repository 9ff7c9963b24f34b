/// Reads a JSON number.
struct JSONNumberScanner {
  let bytes: UnsafeRawBufferPointer
  var at: Int

  private var isNegative = false
  /// The digits without point, as long as they fit.
  private var digits: UInt64 = 0
  private var isExact = true
  private var fractionDigits = 0
  private var exponent = 0
  private var isInteger = true

  init(bytes: UnsafeRawBufferPointer, at: Int) {
    self.bytes = bytes
    self.at = at
  }

  mutating func read() throws(JSONReader.Failure) -> Value {
    let start = at
    if skip(UInt8(ascii: "-")) { isNegative = true }
    if skip(UInt8(ascii: "0")) {
      guard digit == nil else { throw fail(.invalidNumber) }
    } else {
      _ = try readDigits()
    }
    try readFraction()
    try readExponent()
    if let integer = integer() { return integer }
    return .double(try double(from: start))
  }

  private mutating func readFraction() throws(JSONReader.Failure) {
    guard skip(UInt8(ascii: ".")) else { return }
    isInteger = false
    fractionDigits = try readDigits()
  }

  private mutating func readExponent() throws(JSONReader.Failure) {
    guard skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) else { return }
    isInteger = false
    let isDown = skip(UInt8(ascii: "-"))
    if !isDown { _ = skip(UInt8(ascii: "+")) }
    guard digit != nil else { throw fail(at < bytes.count ? .invalidNumber : .unexpectedEnd) }
    while let next = digit {
      exponent = min(exponent * 10 + Int(next), 100_000)
      at += 1
    }
    if isDown { exponent = -exponent }
  }

  /// The number of digits read.
  private mutating func readDigits() throws(JSONReader.Failure) -> Int {
    let start = at
    while let next = digit {
      let (scaled, overflow) = digits.multipliedReportingOverflow(by: 10)
      let (sum, carried) = scaled.addingReportingOverflow(UInt64(next))
      if overflow || carried { isExact = false } else { digits = sum }
      at += 1
    }
    guard at > start else { throw fail(at < bytes.count ? .invalidNumber : .unexpectedEnd) }
    return at - start
  }

  private func integer() -> Value? {
    guard isInteger, isExact else { return nil }
    if isNegative {
      return digits <= 1 << 63 ? .int(Int64(truncatingIfNeeded: 0 &- digits)) : nil
    }
    return Int64(exactly: digits).map(Value.int) ?? .uint(digits)
  }

  /// Exact by one multiplication or division where both operands are exact (Clinger 1990), else by
  /// the standard library.
  private func double(from start: Int) throws(JSONReader.Failure) -> Double {
    let scale = exponent - fractionDigits
    if isExact, digits < 1 << 53, scale.magnitude < Self.powersOfTen.count {
      let power = Self.powersOfTen[Int(scale.magnitude)]
      let result = scale < 0 ? Double(digits) / power : Double(digits) * power
      return isNegative ? -result : result
    }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    guard let result = Double(text) else { throw fail(.invalidNumber) }
    guard result.isFinite else {
      throw JSONReader.Failure(kind: .numberOutOfRange, offset: start)
    }
    return result
  }

  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  private var digit: UInt8? { at < bytes.count ? bytes[at].decimalDigit : nil }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private func fail(_ kind: JSONError.Kind) -> JSONReader.Failure {
    JSONReader.Failure(kind: kind, offset: at)
  }
}
