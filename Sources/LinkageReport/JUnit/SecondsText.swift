import LinkageCore

/// Seconds with exactly three decimals, as every reader of JUnit expects them.
enum SecondsText {
  static func text(_ length: Nanoseconds) -> String {
    let milliseconds = max(
      0, length.count / 1_000_000 + (length.count % 1_000_000 >= 500_000 ? 1 : 0))
    let rest = String(milliseconds % 1_000 + 1_000).dropFirst()
    return "\(milliseconds / 1_000).\(rest)"
  }
}
