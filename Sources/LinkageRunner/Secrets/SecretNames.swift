import LinkageCore
import Values

/// Names under which systems keep secrets, for inputs that no contract types.
enum SecretNames {
  private static let words = WordList([
    "password", "passwd", "pwd", "secret", "token", "credential",
  ])
  private static let forgeryWords = WordList([
    "csrf", "xsrf", "authenticity", "requestverification",
  ])

  static func contains(_ name: String) -> Bool { words.isAny(in: name) }

  /// Of what is sent: a token against forged requests is of no use to anybody else.
  static func isKept(_ name: String) -> Bool {
    contains(name) && !forgeryWords.isAny(in: name) && name.lowercased() != "_token"
  }

  static let headers: Set<String> = ["authorization", "proxy-authorization"]
  /// Their whole value is masked, whatever is in it.
  static let cookieHeaders: Set<String> = ["cookie", "set-cookie"]

  /// What `https://user:password@host` tells: the password, and both as basic authentication sends
  /// them.
  static func secrets(inURL url: String) -> [String] {
    guard url.utf8.contains(UInt8(ascii: "@")) else { return [] }
    let authority = URLAuthority(of: url)
    guard let user = authority.user, let password = authority.password else { return [] }
    return [String(password), Base64.encode(Array("\(user):\(password)".utf8))]
  }

  /// The value of a `Set-Cookie` header that is worth hiding elsewhere too: one that scripts may
  /// not read, one too long to be a preference, or one of eight bytes and more that its name or
  /// `Secure` gives away.
  static func secret(inSetCookie header: String) -> String? {
    let pair = header.utf8.prefix { $0 != UInt8(ascii: ";") }
    guard let equals = pair.firstIndex(of: UInt8(ascii: "=")) else { return nil }
    let value = String(Substring(pair[pair.index(after: equals)...]))
    let name = String(Substring(pair[..<equals]))
    let attributes = String(Substring(header.utf8[pair.endIndex...]))
    let isTold = secure.isAny(in: attributes) || sessionWords.isAny(in: name)
    let isHidden = httpOnly.isAny(in: attributes) || isTold && value.utf8.count >= 8
    return isHidden || value.utf8.count >= 16 ? value : nil
  }

  private static let httpOnly = WordList(["httponly"])
  private static let secure = WordList(["secure"])
  private static let sessionWords = WordList(["sess", "sid", "auth", "token", "login", "jwt"])
}
