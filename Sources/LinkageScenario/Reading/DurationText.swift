import LinkageCore

/// Reads `300ms`, `1.5s`, `2m`, `168h`.
enum DurationText {
  private static let units: [(suffix: String, nanoseconds: Int64)] = [
    ("ms", 1_000_000), ("s", 1_000_000_000), ("m", 60_000_000_000), ("h", 3_600_000_000_000),
  ]

  /// What is expected of a text that is no length of time, and of one that is too short or too long.
  static let forms = "300ms, 1.5s, 2m, 168h"
  static let range = "> 0s … 876000h"

  /// Whether a text is a length of time, of whatever size.
  static func isLength(_ text: String) -> Bool {
    let size = text.hasPrefix("-") ? text.dropFirst() : text[...]
    return units.contains { unit in
      let parts = size.dropLast(unit.suffix.count)
        .split(separator: ".", omittingEmptySubsequences: false)
      return size.hasSuffix(unit.suffix) && parts.count <= 2 && parts.allSatisfy(isDigits)
    }
  }

  /// `nil` when the text is no length of time, or one beyond 100 years.
  static func read(_ text: String) -> Nanoseconds? {
    for unit in units where text.hasSuffix(unit.suffix) {
      let number = text.dropLast(unit.suffix.count)
      return amount(number, of: unit.nanoseconds).map(Nanoseconds.init)
    }
    return nil
  }

  /// Exact in whole nanoseconds; further digits are cut off.
  private static func amount(_ number: Substring, of unit: Int64) -> Int64? {
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy(isDigits), parts[0].utf8.count <= 12,
      let whole = Int64(parts[0])
    else { return nil }
    let (sum, overflow) = whole.multipliedReportingOverflow(by: unit)
    let limit: Int64 = 100 * 365 * 24 * 3_600_000_000_000
    guard !overflow, sum <= limit else { return nil }
    return sum + (parts.count == 2 ? fraction(parts[1], of: unit) : 0)
  }

  private static func fraction(_ digits: Substring, of unit: Int64) -> Int64 {
    var place = unit
    var sum: Int64 = 0
    for digit in digits.utf8 {
      place /= 10
      sum += Int64(digit - 0x30) * place
    }
    return sum
  }

  private static func isDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
