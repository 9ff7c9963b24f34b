import LinkageCore

/// A length of time that somebody has set: `10 s` where a measured one is `10.00 s`.
enum LimitText {
  static func text(_ length: Nanoseconds) -> String {
    let (seconds, rest) = length.count.quotientAndRemainder(dividingBy: 1_000_000_000)
    return rest == 0 ? "\(seconds) s" : DurationText.text(length)
  }
}
