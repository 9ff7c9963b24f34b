/// Reads decimal digits and fixed texts from the front of a string.
struct DigitReader {
  private var rest: ArraySlice<UInt8>

  init(_ text: String) { rest = Array(text.utf8)[...] }

  var isAtEnd: Bool { rest.isEmpty }
  var remainder: [UInt8] { Array(rest) }

  mutating func skip(_ text: String) -> Bool {
    guard rest.starts(with: text.utf8) else { return false }
    rest.removeFirst(text.utf8.count)
    return true
  }

  /// Exactly that many digits.
  mutating func number(digits count: Int) -> Int? {
    guard rest.count >= count else { return nil }
    var result = 0
    for byte in rest.prefix(count) {
      guard let digit = byte.decimalDigit else { return nil }
      result = result * 10 + Int(digit)
    }
    rest.removeFirst(count)
    return result
  }

  /// As many digits as there are; nil when there is none or the number does not fit.
  mutating func digits() -> Int64? {
    var result: Int64 = 0
    var isEmpty = true
    while let digit = rest.first?.decimalDigit {
      let (scaled, overflow) = result.multipliedReportingOverflow(by: 10)
      let (sum, carried) = scaled.addingReportingOverflow(Int64(digit))
      guard !overflow, !carried else { return nil }
      result = sum
      isEmpty = false
      rest.removeFirst()
    }
    return isEmpty ? nil : result
  }

  /// The digits after a point in billionths; nil when there is none.
  mutating func fraction() -> Int? {
    var result = 0
    var count = 0
    while let digit = rest.first?.decimalDigit {
      if count < 9 { result = result * 10 + Int(digit) }
      count += 1
      rest.removeFirst()
    }
    guard count > 0 else { return nil }
    for _ in min(count, 9)..<9 { result *= 10 }
    return result
  }
}

extension UInt8 {
  var decimalDigit: UInt8? {
    let digit = self &- UInt8(ascii: "0")
    return digit < 10 ? digit : nil
  }
}

extension BinaryInteger {
  /// The decimal digits, with zeros in front up to a width.
  func padded(to width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension Int32 {
  /// Nanoseconds as `.` and digits without trailing zeros; empty for 0.
  var asFraction: String {
    guard self != 0 else { return "" }
    var digits = Substring(padded(to: 9))
    while digits.last == "0" { digits.removeLast() }
    return "." + digits
  }
}
