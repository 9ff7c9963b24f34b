import MockKit

/// `GET /sns/jscode2session`.
struct SessionEndpoint: WeChatEndpoint {
  let context: WeChatContext
  let codes: CodeBook

  func answer(_ call: Call) throws(WeChatError) -> WeChatAnswer {
    let app = try context.apps.verify(appid: call.query["appid"], secret: call.query["secret"])
    guard let code = call.query["js_code"], !code.isEmpty else { throw .codeMissing }
    guard call.query["grant_type"] == "authorization_code" else { throw .invalidGrantType }
    let (identity, key) = try session(of: code, in: app)
    let unionid = app.isBound ? [("unionid", WeChatValue.text(identity.unionid))] : []
    return .fields(
      [("session_key", .text(key)), ("openid", .text(identity.openid))] + unionid)
  }

  private func session(
    of code: String, in app: SeedData.App
  ) throws(WeChatError) -> (WeChatIdentity, key: String) {
    let owner = try owner(of: code, in: app)
    let openid = owner.identity.openid
    guard !context.sessions.isBlocked(openid) else { throw .codeBlocked }
    // The login was when the code was given out; a code that was not is its own login.
    let key = context.sessions.living(openid)?.key ?? context.sessions.logIn(openid)
    return (owner.identity, key)
  }

  private func owner(of code: String, in app: SeedData.App) throws(WeChatError) -> WeChatOwner {
    guard let anyCode = context.anyCode, codes.owner(of: code) == nil else {
      return try codes.redeem(code, in: app)
    }
    let owner = context.people.meet(anyCode.owner(of: code), in: app)
    if !context.sessions.isBlocked(owner.identity.openid) {
      context.sessions.logIn(owner.identity.openid)
    }
    return owner
  }
}
