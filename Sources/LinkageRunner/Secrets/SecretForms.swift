import Values

/// What a secret becomes that no spelling of its characters explains.
///
/// Inside a larger piece of base64 the characters that are the secret's alone are found; inside a
/// compressed text nothing is.
enum SecretForms {
  static func all(of secret: String) -> [[UInt8]] {
    let texts =
      [secret, secret.lowercased(), secret.uppercased()] + base64(Array(secret.utf8))
      + hex(secret)
    return Set(texts).filter { $0.utf8.count >= 4 }.map { Array($0.utf8) }
  }

  /// By itself, and inside other bytes, where it may begin at any byte of three.
  private static func base64(_ bytes: [UInt8]) -> [String] {
    let whole = Base64.encode(bytes)
    let inside = (0..<3).map { part(of: bytes, after: $0) }
    let standard = [whole, String(whole.prefix { $0 != "=" })] + inside.filter { $0.count >= 5 }
    return standard.flatMap {
      [$0, $0.replacing("+", with: "-").replacing("/", with: "_")]
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
}

/// Bytes in hexadecimal.
struct HexDigits: Sendable {
  private let digits: [UInt8]

  static let lower = HexDigits(digits: Array("0123456789abcdef".utf8))
  static let upper = HexDigits(digits: Array("0123456789ABCDEF".utf8))

  func pair(_ byte: UInt8) -> String {
    String(decoding: [digits[Int(byte >> 4)], digits[Int(byte & 15)]], as: UTF8.self)
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
