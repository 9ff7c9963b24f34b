/// Numbers as XPath 1.0 reads and writes them.
enum XPathNumber {
  /// An optional minus, digits and a fraction; anything else is not a number.
  static func parse(_ text: String) -> Double {
    let trimmed = text.htmlTrimmed
    let digits = trimmed.utf8.drop { $0 == UInt8(ascii: "-") }
    let isPlain = digits.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") }
    guard isPlain, trimmed.utf8.count - digits.count <= 1, digits.contains(where: \.isDigit) else {
      return .nan
    }
    // Swift wants digits on both sides of the point.
    let whole = String(Substring(digits))
    let padded = (whole.hasPrefix(".") ? "0" : "") + whole + (whole.hasSuffix(".") ? "0" : "")
    guard let number = Double(padded) else { return .nan }
    return digits.count < trimmed.utf8.count ? -number : number
  }

  /// Never with an exponent; whole numbers without a point.
  static func text(_ number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
    if number == number.rounded(.towardZero), number.magnitude < 1e18 {
      return String(Int64(number))
    }
    let sign = number < 0 ? "-" : ""
    let parts = number.magnitude.description.split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else {
      return sign + String(parts[0])
    }
    return sign + shifted(String(parts[0]), by: exponent)
  }

  /// The digits with the point moved to the right, or to the left.
  private static func shifted(_ digits: String, by exponent: Int) -> String {
    let halves = digits.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = halves.count > 1 && halves[1] != "0" ? String(halves[1]) : ""
    let whole = String(halves[0])
    if exponent < 0 {
      return "0." + String(repeating: "0", count: -exponent - whole.count) + whole + fraction
    }
    let zeros = String(repeating: "0", count: max(0, exponent - fraction.count))
    let cut = fraction.index(fraction.startIndex, offsetBy: min(exponent, fraction.count))
    let rest = fraction[cut...]
    return whole + fraction[..<cut] + zeros + (rest.isEmpty ? "" : "." + rest)
  }
}
