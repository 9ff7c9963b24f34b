#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Numbers as text.
enum NumberText {
  /// The shortest decimal text that reads back as the same number, without exponent where it is not
  /// very large or small and without `.0`.
  static func shortest(_ number: Double) -> String {
    guard number.isFinite else { return special(number) }
    if number == number.rounded(.towardZero), abs(number) < 1e21 {
      return fixed(number, digits: 0)
    }
    let text = number.description
    guard text.contains("e"), abs(number) < 1, abs(number) >= 1e-7 else { return text }
    return plain(text)
  }

  static func special(_ number: Double) -> String {
    number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity"
  }

  /// `1.5e-05` as `0.000015`.
  private static func plain(_ text: String) -> String {
    let parts = text.split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]), exponent < 0 else { return text }
    let sign = parts[0].hasPrefix("-") ? "-" : ""
    var digits = parts[0].filter(\.isNumber)
    while digits.hasSuffix("0") && digits.count > 1 { digits.removeLast() }
    return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits
  }

  /// As C's `%.*f`: rounded to that many digits after the point, exact halves to even.
  static func fixed(_ number: Double, digits: Int) -> String {
    printed("%.*f", number, digits)
  }

  /// As C's `%.*e`.
  static func scientific(_ number: Double, digits: Int) -> String {
    printed("%.*e", number, digits)
  }

  private static func printed(_ format: String, _ number: Double, _ digits: Int) -> String {
    // The longest finite double has 309 digits before the point.
    var buffer = [CChar](repeating: 0, count: 330 + digits)
    let count = withVaList([Int32(digits), number]) {
      vsnprintf(&buffer, buffer.count, format, $0)
    }
    return String(decoding: buffer.prefix(max(0, Int(count))).map(UInt8.init), as: UTF8.self)
  }
}
