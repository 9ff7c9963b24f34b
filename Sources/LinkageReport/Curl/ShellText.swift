/// Texts as words of a POSIX shell's command line.
enum ShellText {
  /// Between single quotes; nothing in there means anything to a shell.
  ///
  /// What a terminal would obey, hide or lose on the way into the clipboard comes out of `printf`.
  static func quoted(_ text: String) -> String {
    if text.isEmpty { return "''" }
    var words = ""
    var plain = ""
    for scalar in text.unicodeScalars {
      if isHidden(scalar) {
        words += single(plain) + "\"$(printf '\(escaped(String(scalar)))')\""
        plain = ""
      } else {
        plain.unicodeScalars.append(scalar)
      }
    }
    return words + single(plain)
  }

  /// As it is where that means the same.
  static func word(_ text: String) -> String {
    let isSafe = text.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: "_./:@%+,-".utf8.contains(byte)
      }
    }
    return isSafe && !text.isEmpty ? text : quoted(text)
  }

  /// Whether single quotes alone would not bring it through a terminal and the clipboard.
  static func needsPrintf(_ text: String) -> Bool { text.unicodeScalars.contains(where: isHidden) }

  /// As `printf` reads its format: between single quotes in turn.
  static func format(_ bytes: some Sequence<UInt8>) -> String {
    var result = ""
    for byte in bytes {
      switch byte {
      case 0x0A: result += "\\n"
      case 0x0D: result += "\\r"
      case 0x09: result += "\\t"
      case 0x25: result += "%%"
      case 0x5C: result += "\\\\"
      case 0x27: result += "'\\''"
      case 0x20..<0x7F: result.unicodeScalars.append(Unicode.Scalar(byte))
      default: result += octal(byte)
      }
    }
    return result
  }

  /// The same of text: what can be read stays so.
  static func format(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      scalar.value < 0x80 || isHidden(scalar)
        ? format(Array(String(scalar).utf8)) : String(scalar)
    }.joined()
  }

  private static func single(_ text: String) -> String {
    if text.isEmpty { return "" }
    // Byte by byte: a mark that combines with a quote leaves it one all the same.
    let inner = text.utf8.flatMap { $0 == 0x27 ? Array("'\\''".utf8) : [$0] }
    return "'" + String(decoding: inner, as: UTF8.self) + "'"
  }

  private static func escaped(_ text: String) -> String {
    text.utf8.map { $0 == 0x0D ? "\\r" : octal($0) }.joined()
  }

  private static func octal(_ byte: UInt8) -> String {
    "\\" + String(repeating: "0", count: byte < 8 ? 2 : byte < 64 ? 1 : 0)
      + String(byte, radix: 8)
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "\n" && scalar != "\t" && VisibleText.isHidden(scalar)
  }
}
