import MockKit

/// The website's sessions travel in the cookie `sid`.
struct CookieCarrier: SessionCarrier {
  func token(of call: Call) -> String? { Self.value(of: "sid", in: call) }

  /// - Returns: the first cookie of the name that the browser sent.
  static func value(of name: String, in call: Call) -> String? {
    let pairs = (call.headers["cookie"] ?? "").split(whereSeparator: { $0 == ";" || $0 == "," })
    for pair in pairs {
      let parts = pair.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
      if parts.count == 2, parts[0] == name { return String(parts[1]) }
    }
    return nil
  }

  static func set(_ token: String) -> Reply.Header {
    Reply.Header("Set-Cookie", "sid=\(token); Path=/; HttpOnly; SameSite=Lax")
  }

  /// The cookie of a new session of the member.
  static func open(for member: String, in change: ShopChange) throws -> Reply.Header {
    let token = try change.openSession(for: member)
    let fault = change.shop.fires(
      .cookieUnprotected, event: member, type: "session", entity: member)
    return fault == nil ? set(token) : Reply.Header("Set-Cookie", "sid=\(token); Path=/")
  }

  static let expire = Reply.Header(
    "Set-Cookie", "sid=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0")
}
