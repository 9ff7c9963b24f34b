import LinkageCore
import Values

/// How a secret is written in a request, by a shell and here.
enum SecretEncoding: String, CaseIterable {
  case percent, form, json

  init?(_ spelling: RequestFacts.Spelling) { self.init(rawValue: spelling.rawValue) }

  /// What a variable with the written form is called: the secret's name and this.
  var suffix: String { "_" + rawValue.uppercased() }

  /// The name of the shell function.
  var function: String { rawValue + "_encode" }

  func written(_ secret: String) -> String {
    switch self {
    case .percent: Self.percent(secret)
    case .form: String(WebForm.urlEncoded([("", secret)]).dropFirst())
    case .json: String(Value.string(secret).json().dropFirst().dropLast())
    }
  }

  /// A function of a POSIX shell that writes its argument so, byte by byte.
  var definition: String {
    """
    \(function)() {
      printf %s "$1" | od -An -v -tu1 | LC_ALL=C awk '{ for (i = 1; i <= NF; i++) {
        c = $i + 0
        \(rules)
      } }'
    }
    """
  }

  private var rules: String {
    let letters = "c >= 48 && c <= 57 || c >= 65 && c <= 90 || c >= 97 && c <= 122"
    switch self {
    case .percent:
      return """
        if (\(letters) || c == 45 || c == 46 || c == 95 || c == 126) printf "%c", c
            else printf "%%%02X", c
        """
    case .form:
      return """
        if (\(letters) || c == 42 || c == 45 || c == 46 || c == 95) printf "%c", c
            else if (c == 32) printf "+"
            else printf "%%%02X", c
        """
    case .json:
      return #"""
        if (c == 34 || c == 92) printf "\\%c", c
            else if (c == 8) printf "\\b"; else if (c == 9) printf "\\t"
            else if (c == 10) printf "\\n"; else if (c == 12) printf "\\f"
            else if (c == 13) printf "\\r"
            else if (c < 32) printf "\\u%04x", c
            else printf "%c", c
        """#
    }
  }

  /// RFC 3986: everything but unreserved characters is written as `%XX` of its UTF-8.
  private static func percent(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    let bytes = text.utf8.flatMap { byte -> [UInt8] in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: [byte]
      default: [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
