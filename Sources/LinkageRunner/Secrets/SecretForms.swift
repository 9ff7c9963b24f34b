import Values

/// The ways in which a secret is written inside other text.
enum SecretForms {
  static func all(of secret: String) -> [[UInt8]] {
    let plain = Array(secret.utf8)
    let escaped = Array(Value.string(secret).json().utf8.dropFirst().dropLast())
    let slashes = escaped.flatMap { $0 == UInt8(ascii: "/") ? [UInt8(ascii: "\\"), $0] : [$0] }
    let percent = Array(PercentEncoding.encode(secret).utf8)
    let form = percent.split(separator: Array("%20".utf8)).joined(separator: [UInt8(ascii: "+")])
    let forms = [plain, escaped, slashes, percent, Array(form), base64(plain)]
    return forms.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private static func base64(_ bytes: [UInt8]) -> [UInt8] {
    Array(Value.bytes(bytes).json().utf8.dropFirst().dropLast())
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

  /// The password of `https://user:password@host`.
  static func password(inURL url: String) -> String? {
    guard let scheme = url.firstRange(of: "://") else { return nil }
    let authority = url[scheme.upperBound...].prefix { $0 != "/" }
    guard let at = authority.lastIndex(of: "@"),
      let colon = authority[..<at].firstIndex(of: ":")
    else { return nil }
    return String(authority[authority.index(after: colon)..<at])
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
