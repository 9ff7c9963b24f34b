/// Escapes texts for XML 1.0; what it forbids becomes visible, terminal colours are left out.
enum XMLText {
  /// Element content: line ends and tabs stay.
  static func content(_ text: String) -> String {
    if text.utf8.allSatisfy({ isPlain($0) || isPlainInContent($0) }) { return text }
    return escape(text) { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\r": "&#13;"
      default: nil
      }
    }
  }

  /// An attribute's value, without the quotes.
  static func attribute(_ text: String) -> String {
    if text.utf8.allSatisfy(isPlain) { return text }
    return escape(text) { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "\n": "&#10;"
      case "\r": "&#13;"
      case "\t": "&#9;"
      default: nil
      }
    }
  }

  private static func escape(_ text: String, _ entity: (Unicode.Scalar) -> String?) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in withoutColours(text).unicodeScalars {
      if let entity = entity(scalar) {
        result += entity
      } else if isAllowed(scalar) {
        result.unicodeScalars.append(scalar)
      } else {
        result += visible(scalar)
      }
    }
    return result
  }

  /// Whether nothing needs to be escaped for a byte of UTF-8: neither it nor a character that has it.
  /// The controls beyond ASCII begin with C2; what is no character ends in BF BE or BF BF.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): false
    case 0..<0x20, 0x7F, 0xC2, 0xBF: false
    default: true
    }
  }

  private static func isPlainInContent(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\"")
  }

  /// Source: XML 1.0 (fifth edition), production 2, `Char`; C1 controls are discouraged there.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: true
    case 0..<0x20, 0x7F...0x9F: false
    default: scalar.value & 0xFFFE != 0xFFFE
    }
  }

  private static func visible(_ scalar: Unicode.Scalar) -> String {
    if scalar.value < 0x20 || scalar.value == 0x7F { return VisibleText.line(String(scalar)) }
    return "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
  }

  /// Leaves out `ESC [ … m` and its kin.
  private static func withoutColours(_ text: String) -> String {
    guard text.utf8.contains(0x1B) else { return text }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar.value == 0x1B, rest.first == "[" else {
        result.append(scalar)
        continue
      }
      rest.removeFirst()
      while let next = rest.first, (0x20...0x3F).contains(next.value) { rest.removeFirst() }
      if let final = rest.first, (0x40...0x7E).contains(final.value) { rest.removeFirst() }
    }
    return String(result)
  }
}
