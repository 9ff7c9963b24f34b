/// Shares as people read them: tenths of a percent, rounded outwards so that the truth stays inside.
enum PercentText {
  /// `86.2–100 %`
  static func text(_ lower: Double, _ upper: Double) -> String {
    let (start, end) = (digits(lower, .down), digits(upper, .up))
    return start == end ? "\(start) %" : "\(start)–\(end) %"
  }

  /// `95 %`, `99.95 %`: as exact as somebody has set it.
  static func limit(_ share: Double) -> String {
    let hundredths = (share * 10_000).rounded() / 100
    return trimmed(hundredths) + " %"
  }

  private static func digits(
    _ share: Double, _ rounding: FloatingPointRoundingRule
  ) -> String {
    trimmed((share * 1_000).rounded(rounding) / 10)
  }

  private static func trimmed(_ number: Double) -> String {
    number == number.rounded() ? String(Int(number)) : String(number)
  }
}
