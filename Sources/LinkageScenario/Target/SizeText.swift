/// `512KB`, `4MB`, `1.5GB` in thousands of bytes, `KiB`, `MiB`, `GiB` in 1,024s.
enum SizeText {
  static let expected = "512KB, 4MB, 1MiB"
  /// What an answer may be limited to.
  static let range = 1_000...1_000_000_000
  static let limits = "1KB … 1GB"

  private static let units: [(suffix: String, bytes: Double)] = [
    ("KiB", 1_024), ("MiB", 1_048_576), ("GiB", 1_073_741_824), ("KB", 1e3), ("kB", 1e3),
    ("MB", 1e6), ("GB", 1e9),
  ]

  /// Whole bytes, a rest cut off; `nil` when the text is no size.
  static func read(_ text: String) -> Int? {
    for unit in units where text.hasSuffix(unit.suffix) {
      let number = text.dropLast(unit.suffix.count)
      let parts = number.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count <= 2, parts.allSatisfy(isDigits), number.utf8.count <= 15 else {
        return nil
      }
      return Double(number).flatMap { Int(exactly: ($0 * unit.bytes).rounded(.down)) }
    }
    return nil
  }

  private static func isDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
