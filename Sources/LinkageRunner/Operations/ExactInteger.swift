/// A whole number written as a decimal: `50`, `-50.00`, `+5e1`, `1.5E3`.
///
/// The digits are never rounded on the way, as they would be through a `Double`.
enum ExactInteger {
  /// `nil` for what is no decimal, has a fraction, or does not fit.
  static func parse(_ text: String) -> Int64? {
    var rest = Substring(text)
    let isNegative = rest.hasPrefix("-")
    if isNegative || rest.hasPrefix("+") { rest.removeFirst() }
    guard let (mantissa, exponent) = split(rest) else { return nil }
    let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && isDigits($0) }) else { return nil }
    let fraction = parts.count == 2 ? String(parts[1]) : ""
    guard let digits = shifted(String(parts[0]), fraction, by: exponent) else { return nil }
    return Int64((isNegative ? "-" : "") + digits)
  }

  private static func split(_ text: Substring) -> (mantissa: Substring, exponent: Int)? {
    guard let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }) else { return (text, 0) }
    guard let exponent = Int(text[text.index(after: mark)...]) else { return nil }
    return (text[..<mark], exponent)
  }

  /// The digits with the point moved; `nil` when something but zeros stays behind it.
  private static func shifted(_ whole: String, _ fraction: String, by exponent: Int) -> String? {
    let digits = whole + fraction
    guard digits.contains(where: { $0 != "0" }) else { return "0" }
    // More than 19 digits do not fit, however they are written.
    guard (-100_000...40).contains(exponent) else { return nil }
    let point = whole.count + exponent
    let before = digits.prefix(max(point, 0))
    guard digits.dropFirst(before.count).allSatisfy({ $0 == "0" }) else { return nil }
    return before + String(repeating: "0", count: max(point - digits.count, 0))
  }

  private static func isDigits(_ text: Substring) -> Bool {
    text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
