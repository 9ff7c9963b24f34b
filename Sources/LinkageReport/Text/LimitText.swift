package import LinkageCore

/// A length of time that somebody has set, in its largest whole unit: `1 h`, `90 s`, `1.5 s` where a
/// measured one is `3600.00 s`.
package enum LimitText {
  package static func text(_ length: Nanoseconds) -> String {
    guard length.count > 0 else { return DurationText.text(length) }
    for (name, size) in [("h", 3600), ("min", 60), ("s", 1)] as [(String, Int64)] {
      let (count, rest) = length.count.quotientAndRemainder(dividingBy: size * second)
      if rest == 0 { return "\(count) \(name)" }
    }
    return tenths(length) ?? DurationText.text(length)
  }

  private static let second: Int64 = 1_000_000_000

  /// `1.5 s`
  private static func tenths(_ length: Nanoseconds) -> String? {
    let (count, rest) = length.count.quotientAndRemainder(dividingBy: second / 10)
    return rest == 0 && count > 10 ? "\(count / 10).\(count % 10) s" : nil
  }
}
