/// Makes what a terminal would obey, hide or reorder visible, so that no data can forge a message.
enum VisibleText {
  /// One line: line ends and other control characters become their pictures, tabs stay.
  static func line(_ text: some StringProtocol) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return String(text) }
    guard text.unicodeScalars.contains(where: isHidden) else { return String(text) }
    var result = ""
    for scalar in text.unicodeScalars { result += picture(of: scalar) }
    return result
  }

  /// One line with its tabs expanded to the next multiple of four columns.
  static func expanded(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(0x09) else { return line(text) }
    var result = ""
    var column = 0
    for character in text {
      let shown = character == "\t" ? spaces(4 - column % 4) : line(String(character))
      result += shown
      column += DisplayWidth.of(shown)
    }
    return result
  }

  static func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

  private static func picture(of scalar: Unicode.Scalar) -> String {
    guard isHidden(scalar) else { return String(scalar) }
    switch scalar.value {
    case 0..<0x20: return Unicode.Scalar(0x2400 + scalar.value).map { String($0) } ?? "\u{FFFD}"
    case 0x7F: return "␡"
    default: return "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    }
  }

  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0..<0x20, 0x7F...0x9F: true
    case 0xAD, 0x061C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060, 0x2066...0x2069: true
    case 0xFEFF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }
}
