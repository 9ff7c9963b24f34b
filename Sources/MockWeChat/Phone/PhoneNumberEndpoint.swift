import MockKit

/// `POST /wxa/business/getuserphonenumber`.
struct PhoneNumberEndpoint: WeChatEndpoint {
  private struct Body: Decodable {
    let code: String?
    let openid: String?
  }

  let app: SeedData.App
  let tokens: TokenBook
  let codes: CodeBook
  let anyCode: AnyCode?
  let clock: MockClock

  func answer(_ call: Call) throws(WeChatError) -> WeChatAnswer {
    try tokens.check(call.query["access_token"])
    let body = try call.wechatBody(Body.self)
    let phone = WeChatValue.text(try owner(body).phone)
    return .ok([
      (
        "phone_info",
        .object([
          ("phoneNumber", phone), ("purePhoneNumber", phone), ("countryCode", .text("86")),
          (
            "watermark",
            .object([("timestamp", .number(clock.seconds)), ("appid", .text(app.appid))])
          ),
        ])
      )
    ])
  }

  /// Here a spent code is an invalid one, too.
  private func owner(_ body: Body) throws(WeChatError) -> WeChatOwner {
    guard let code = body.code, !code.isEmpty else { throw .invalidCode }
    guard let known = codes.owner(of: code) else {
      guard let anyCode else { throw .invalidCode }
      return anyCode.owner(of: code)
    }
    if let openid = body.openid, openid != known.identity.openid { throw .invalidOpenid }
    do {
      return try codes.redeem(code)
    } catch {
      throw .invalidCode
    }
  }
}
