import MockKit

/// `POST /wxa/business/getuserphonenumber`.
struct PhoneNumberEndpoint: WeChatEndpoint {
  private struct Body: Decodable {
    let code: String?
    let openid: String?
  }

  let context: WeChatContext
  let codes: CodeBook

  func answer(_ call: Call) throws(WeChatError) -> WeChatAnswer {
    let app = try context.tokens.check(call.query["access_token"])
    let owner = try owner(call.wechatBody(Body.self), in: app)
    let watermark = Watermark(appid: app.appid, seconds: context.clock.seconds)
    return .ok([("phone_info", .object(owner.phoneFields(watermark)))])
  }

  /// Here a spent code is an invalid one, too.
  private func owner(_ body: Body, in app: SeedData.App) throws(WeChatError) -> WeChatOwner {
    guard let code = body.code, !code.isEmpty else { throw .invalidCode }
    guard let known = codes.owner(of: code) else {
      guard let anyCode = context.anyCode else { throw .invalidCode }
      return anyCode.owner(of: code)
    }
    if let openid = body.openid, openid != known.identity.openid { throw .invalidOpenid }
    do {
      return try codes.redeem(code, in: app)
    } catch {
      throw .invalidCode
    }
  }
}
