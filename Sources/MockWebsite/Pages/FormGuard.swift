import MockKit

/// Keeps other sites from sending our forms: each carries a token that only a page of ours could
/// have read, made from a cookie that only this browser has.
struct FormGuard: Sendable {
  static let cookie = "form"

  /// One for all pages of the process.
  private static let hash = SeededHash(seed: .random(in: .min ... .max))

  /// The browser's cookie, or a new one with the header that sets it.
  func visitor(of call: Call) -> (id: String, header: Reply.Header?) {
    if let id = CookieCarrier.value(of: Self.cookie, in: call), !id.isEmpty { return (id, nil) }
    let id = Hexadecimal.random(bytes: 16)
    return (
      id, Reply.Header("Set-Cookie", "\(Self.cookie)=\(id); Path=/; HttpOnly; SameSite=Lax")
    )
  }

  func token(for visitor: String) -> String { Self.hash.hex("form|\(visitor)", digits: 40) }

  func accepts(_ fields: FormFields, _ call: Call) -> Bool {
    guard let id = CookieCarrier.value(of: Self.cookie, in: call) else { return false }
    return fields["csrf"] == token(for: id)
  }
}
