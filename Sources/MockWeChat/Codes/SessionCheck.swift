import MockKit

/// Whose session a call speaks of, and the proof that the caller knows its key.
struct SessionCheck: Sendable {
  private struct Body: Decodable {
    let openid: String?
    let signature: String?
    let method: String?

    private enum CodingKeys: String, CodingKey {
      case openid, signature
      case method = "sig_method"
    }
  }

  let context: WeChatContext

  /// - Returns: the openid, where its session lives and the signature is that of its key.
  func openid(_ call: Call) throws(WeChatError) -> String {
    let app = try context.tokens.check(call.query["access_token"])
    let body = Self.body(of: call)
    let openid = try context.people.check(call.query["openid"] ?? body?.openid, in: app)
    guard (call.query["sig_method"] ?? body?.method) == "hmac_sha256" else {
      throw .invalidSignatureMethod
    }
    guard let session = context.sessions.living(openid),
      (call.query["signature"] ?? body?.signature)?.lowercased()
        == SessionSeal(key: session.key).signature(of: "")
    else { throw .invalidSessionSignature }
    return openid
  }

  /// Newer pages of the documentation show the parameters in a body, older ones in the address.
  private static func body(of call: Call) -> Body? {
    try? call.wechatBody(Body.self)
  }
}

/// `GET /wxa/checksession`.
struct CheckSessionEndpoint: WeChatEndpoint {
  let context: WeChatContext

  func answer(_ call: Call) throws(WeChatError) -> WeChatAnswer {
    _ = try SessionCheck(context: context).openid(call)
    return .ok()
  }
}

/// `GET /wxa/resetusersessionkey`.
struct ResetSessionEndpoint: WeChatEndpoint {
  let context: WeChatContext

  func answer(_ call: Call) throws(WeChatError) -> WeChatAnswer {
    let openid = try SessionCheck(context: context).openid(call)
    let key = context.sessions.reset(openid)
    return .ok([("openid", .text(openid)), ("session_key", .text(key))])
  }
}
