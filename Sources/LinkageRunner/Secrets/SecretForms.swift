import Values

/// The ways in which a secret is written inside other text.
///
/// Inside a larger piece of base64 the characters that are the secret's alone are found; inside a
/// compressed text nothing is.
enum SecretForms {
  static func all(of secret: String) -> [[UInt8]] {
    let texts =
      [secret, secret.lowercased(), secret.uppercased()] + percent(secret) + json(secret)
      + base64(Array(secret.utf8)) + hex(secret) + html(secret)
    return Set(texts).filter { $0.utf8.count >= 4 }.map { Array($0.utf8) }
  }

  private static func percent(_ secret: String) -> [String] {
    let strict = PercentEncoding.encode(secret)
    let lower = PercentEncoding.encode(secret, digits: .lower)
    let bytes = Array(secret.utf8)
    return [
      strict, lower, strict.replacing("%2F", with: "/"), strict.replacing("%20", with: "+"),
      bytes.map { "%" + HexDigits.upper.pair($0) }.joined(),
      bytes.map { "%" + HexDigits.lower.pair($0) }.joined(),
    ]
  }

  /// As JSON libraries write it: least escaped, with slashes, in ASCII alone, safe for HTML, and with
  /// everything escaped.
  private static func json(_ secret: String) -> [String] {
    let least = String(Value.string(secret).json().dropFirst().dropLast())
    let safe: Set<Character> = ["<", ">", "&", "'"]
    var forms = [least, least.replacing("/", with: "\\/")]
    // A JSON text inside a JSON string is escaped twice.
    forms.append(String(Value.string(least).json().dropFirst().dropLast()))
    for digits in [HexDigits.lower, .upper] {
      let ascii = least.map { $0.isASCII ? String($0) : digits.units($0) }.joined()
      let html = least.map { $0.isASCII && !safe.contains($0) ? String($0) : digits.units($0) }
      forms += [ascii, html.joined(), secret.map(digits.units).joined()]
    }
    return forms
  }

  /// By itself, and inside other bytes, where it may begin at any byte of three.
  private static func base64(_ bytes: [UInt8]) -> [String] {
    let whole = Base64.encode(bytes)
    let inside = (0..<3).map { part(of: bytes, after: $0) }
    let standard = [whole, String(whole.prefix { $0 != "=" })] + inside.filter { $0.count >= 5 }
    return standard.flatMap {
      [$0, $0.replacing("+", with: "-").replacing("/", with: "_"), $0.replacing("/", with: "\\/")]
    }
  }

  /// The characters that hold no bit of what stands before or after: 6 bits each.
  private static func part(of bytes: [UInt8], after before: Int) -> String {
    let all = Base64.encode([UInt8](repeating: 0, count: before) + bytes)
    let first = (before * 8 + 5) / 6
    let end = (before + bytes.count) * 8 / 6
    return String(all.prefix(end).dropFirst(first))
  }

  private static func hex(_ secret: String) -> [String] {
    [HexDigits.lower, .upper].map { digits in secret.utf8.map(digits.pair).joined() }
  }

  /// With the names or numbers that frameworks write, and with every character as a number.
  private static func html(_ secret: String) -> [String] {
    let marks: [[Character: String]] = [
      named(quote: "&quot;", apostrophe: "&#39;"), named(quote: "&quot;", apostrophe: "&#x27;"),
      named(quote: "&quot;", apostrophe: "&apos;"),
      named(quote: "&#34;", apostrophe: "&#39;").merging(["+": "&#43;"]) { $1 },
      named(quote: "\"", apostrophe: "'"),
    ]
    let written = marks.flatMap { marks in
      [Numerals.none, .decimal, .hex, .upperHex].map { numerals in
        secret.map { marks[$0] ?? ($0.isASCII ? String($0) : numerals.text($0)) }.joined()
      }
    }
    return written + [Numerals.decimal, .hex, .upperHex].map { secret.map($0.text).joined() }
  }

  private static func named(quote: String, apostrophe: String) -> [Character: String] {
    ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": quote, "'": apostrophe]
  }

  /// How a page writes a character by its number.
  private enum Numerals {
    case none, decimal, hex, upperHex

    func text(_ character: Character) -> String {
      character.unicodeScalars.map { scalar in
        switch self {
        case .none: String(scalar)
        case .decimal: "&#\(scalar.value);"
        case .hex: "&#x\(String(scalar.value, radix: 16));"
        case .upperHex: "&#x\(String(scalar.value, radix: 16, uppercase: true));"
        }
      }.joined()
    }
  }
}

/// Bytes and UTF-16 units in hexadecimal.
struct HexDigits: Sendable {
  private let digits: [UInt8]

  static let lower = HexDigits(digits: Array("0123456789abcdef".utf8))
  static let upper = HexDigits(digits: Array("0123456789ABCDEF".utf8))

  func pair(_ byte: UInt8) -> String {
    String(decoding: [digits[Int(byte >> 4)], digits[Int(byte & 15)]], as: UTF8.self)
  }

  /// A character as JSON's `\uXXXX`, one for each UTF-16 unit.
  func units(_ character: Character) -> String {
    character.utf16.map { "\\u" + pair(UInt8($0 >> 8)) + pair(UInt8($0 & 0xff)) }.joined()
  }
}

/// Names under which systems keep secrets, for inputs that no contract types.
enum SecretNames {
  private static let words = ["password", "passwd", "pwd", "secret", "token", "credential"]

  static func contains(_ name: String) -> Bool {
    let lower = name.lowercased()
    return words.contains { lower.contains($0) }
  }

  /// Of what is sent: a token against forged requests is of no use to anybody else.
  static func isKept(_ name: String) -> Bool {
    let lower = name.lowercased()
    let isForgery = ["csrf", "xsrf", "authenticity", "requestverification"].contains {
      lower.contains($0)
    }
    return contains(name) && !isForgery && lower != "_token"
  }

  static let headers: Set<String> = ["authorization", "proxy-authorization"]
  /// Their whole value is masked, whatever is in it.
  static let cookieHeaders: Set<String> = ["cookie", "set-cookie"]

  /// What `https://user:password@host` tells: the password, and both as basic authentication sends
  /// them.
  static func secrets(inURL url: String) -> [String] {
    guard let scheme = url.firstRange(of: "://") else { return [] }
    let authority = url[scheme.upperBound...].prefix { $0 != "/" }
    guard let at = authority.lastIndex(of: "@"),
      let colon = authority[..<at].firstIndex(of: ":")
    else { return [] }
    let password = String(authority[authority.index(after: colon)..<at])
    return [password, Base64.encode(Array(authority[..<at].utf8))]
  }

  /// The value of a `Set-Cookie` header that is worth hiding elsewhere too: one that scripts may
  /// not read, or one too long to be a preference.
  static func secret(inSetCookie header: String) -> String? {
    let parts = header.split(separator: ";")
    guard let pair = parts.first, let equals = pair.firstIndex(of: "=") else { return nil }
    let value = String(pair[pair.index(after: equals)...])
    let isHidden = parts.dropFirst().contains { $0.lowercased().contains("httponly") }
    return isHidden || value.utf8.count >= 16 ? value : nil
  }
}
