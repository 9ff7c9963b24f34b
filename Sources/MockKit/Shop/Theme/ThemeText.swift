/// What may stand in a theme: it goes into the website's style as it is.
enum ThemeText {
  private static let digits = Set("0123456789abcdefABCDEF")
  private static let radii = 0...64
  private static let longestLogo = 20_000

  static func check(color: String, field: String) throws(InvalidRequest) {
    guard color.count == 7, color.first == "#", color.dropFirst().allSatisfy(digits.contains)
    else { throw InvalidRequest(field: field, reason: .outside("a colour such as #0a7d4f")) }
  }

  /// Names without quotes, so that they end nothing where they are put.
  static func check(fonts: String, field: String) throws(InvalidRequest) {
    let isPlain = fonts.allSatisfy { $0.isLetter || $0.isNumber || " ,-".contains($0) }
    guard (1...120).contains(fonts.count), isPlain else {
      throw InvalidRequest(
        field: field, reason: .outside("1 to 120 letters, digits, spaces, commas and hyphens"))
    }
  }

  static func check(radius: Int, field: String) throws(InvalidRequest) {
    guard radii.contains(radius) else {
      throw InvalidRequest(field: field, reason: .outside("0 to 64"))
    }
  }

  static func check(logo: String, field: String) throws(InvalidRequest) {
    guard logo.hasPrefix("<svg "), logo.hasSuffix("</svg>"), logo.utf8.count <= longestLogo else {
      throw InvalidRequest(
        field: field, reason: .outside("an SVG, from <svg to </svg>, up to 20000 bytes"))
    }
  }
}
