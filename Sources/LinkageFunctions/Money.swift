package import Values

/// Exact amounts of money in currencies with two decimals.
package enum Money {
  /// Hundredths: 15.98, "15.98", "¥1,015.98" are 1598 and 101598; `nil` where it is no amount.
  package static func smallestUnit(_ value: Value) -> Int64? {
    switch value {
    case .int(let whole):
      let (cents, overflow) = whole.multipliedReportingOverflow(by: 100)
      return overflow ? nil : cents
    case .double(let number): return number.isFinite ? parse(number.description) : nil
    case .string(let text): return parse(text)
    default: return nil
    }
  }

  private static func parse(_ text: String) -> Int64? {
    let kept = text.filter { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
    let marks = text.filter { $0.isLetter && $0.isASCII }
    // A currency's code may stand beside the number, an exponent may not.
    guard marks.isEmpty || marks.count == 3 else { return nil }
    let isNegative = kept.hasPrefix("-")
    let parts = kept.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = Int64(parts[0]) else { return nil }
    let cents = parts.count == 2 ? String(parts[1]) : ""
    guard let fraction = hundredths(cents) else { return nil }
    let (scaled, overflow) = whole.multipliedReportingOverflow(by: 100)
    guard !overflow else { return nil }
    return isNegative ? -(scaled + fraction) : scaled + fraction
  }

  /// "9" is ninety, "98" ninety-eight; further digits must be zero, since money is exact.
  private static func hundredths(_ digits: String) -> Int64? {
    guard digits.dropFirst(2).allSatisfy({ $0 == "0" }) else { return nil }
    let two = digits.prefix(2)
    return two.isEmpty ? 0 : Int64(two + String(repeating: "0", count: 2 - two.count))
  }
}
