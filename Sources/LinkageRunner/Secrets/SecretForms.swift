import Values

/// The ways in which a secret is written inside other text.
///
/// A secret inside a larger piece of base64 or inside a compressed text is not found.
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
    for digits in [HexDigits.lower, .upper] {
      let ascii = least.map { $0.isASCII ? String($0) : digits.units($0) }.joined()
      let html = least.map { $0.isASCII && !safe.contains($0) ? String($0) : digits.units($0) }
      forms += [ascii, html.joined(), secret.map(digits.units).joined()]
    }
    return forms
  }

  private static func base64(_ bytes: [UInt8]) -> [String] {
    let standard = Base64.encode(bytes)
    let url = standard.replacing("+", with: "-").replacing("/", with: "_")
    return [standard, url].flatMap { [$0, String($0.prefix { $0 != "=" })] }
  }

  private static func hex(_ secret: String) -> [String] {
    [HexDigits.lower, .upper].map { digits in secret.utf8.map(digits.pair).joined() }
  }

  private static func html(_ secret: String) -> [String] {
    let base = secret.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;")
    return ["&#39;", "&#x27;", "&apos;"].map {
      base.replacing("\"", with: "&quot;").replacing("'", with: $0)
    } + [base]
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
