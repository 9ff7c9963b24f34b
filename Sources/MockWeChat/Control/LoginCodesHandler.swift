import MockKit

/// `POST /_control/login-codes`: what `wx.login` and the phone number button would give an app.
struct LoginCodesHandler: Handler {
  private struct Body: Decodable {
    let phone: String
    /// Another WeChat user than the phone's own.
    let openid: String?
    /// Who that user is in all apps of the company.
    let unionid: String?
  }

  private struct Codes: Encodable {
    let code: String
    let phoneCode: String
    let openid: String
    let unionid: String
  }

  let seed: UInt64
  let loginCodes: CodeBook
  let phoneCodes: CodeBook

  func answer(_ call: Call) async throws -> Reply {
    let body = try call.decode(Body.self)
    try MobileNumber.check(body.phone)
    let user =
      body.openid.map { WeChatIdentity(openid: $0, seed: seed) }
      ?? WeChatIdentity(of: body.phone, seed: seed)
    let identity = WeChatIdentity(openid: user.openid, unionid: body.unionid ?? user.unionid)
    let owner = WeChatOwner(phone: body.phone, identity: identity)
    return try .json(
      Codes(
        code: loginCodes.issue(to: owner), phoneCode: phoneCodes.issue(to: owner),
        openid: identity.openid, unionid: identity.unionid))
  }
}
