import MockKit

/// `GET /sns/oauth2/access_token`.
struct OAuthTokenEndpoint: WeChatEndpoint {
  let context: WeChatContext
  let codes: CodeBook
  let grants: OAuthBook

  func answer(_ call: Call) throws(WeChatError) -> WeChatAnswer {
    let app = try context.apps.verify(appid: call.query["appid"], secret: call.query["secret"])
    guard let code = call.query["code"], !code.isEmpty else { throw .codeMissing }
    guard call.query["grant_type"] == "authorization_code" else { throw .invalidGrantType }
    let grant = grants.grant(try codes.redeem(code, in: app), to: app)
    let unionid: [(String, WeChatValue)] =
      app.isBound ? [("unionid", .text(grant.owner.identity.unionid))] : []
    return .fields(grant.fields + unionid)
  }
}

/// `GET /sns/oauth2/refresh_token`, which asks for no secret.
struct OAuthRefreshEndpoint: WeChatEndpoint {
  let context: WeChatContext
  let grants: OAuthBook

  func answer(_ call: Call) throws(WeChatError) -> WeChatAnswer {
    guard let appid = call.query["appid"], !appid.isEmpty else { throw .appidMissing }
    guard context.apps.find(appid) != nil else { throw .invalidAppid }
    guard call.query["grant_type"] == "refresh_token" else { throw .invalidGrantType }
    guard let token = call.query["refresh_token"], !token.isEmpty else {
      throw .refreshTokenMissing
    }
    return .fields(try grants.refresh(token, of: appid).fields)
  }
}

/// `GET /sns/auth`: whether an access token lives.
struct OAuthCheckEndpoint: WeChatEndpoint {
  let grants: OAuthBook

  func answer(_ call: Call) throws(WeChatError) -> WeChatAnswer {
    _ = try grants.check(call.query["access_token"], openid: call.query["openid"])
    return .ok()
  }
}

/// `GET /sns/userinfo`.
struct OAuthUserEndpoint: WeChatEndpoint {
  let context: WeChatContext
  let grants: OAuthBook

  func answer(_ call: Call) throws(WeChatError) -> WeChatAnswer {
    let grant = try grants.check(call.query["access_token"], openid: call.query["openid"])
    let profile = context.profiles.profile(of: grant.owner.identity)
    let unionid: [(String, WeChatValue)] =
      grant.app.isBound ? [("unionid", .text(grant.owner.identity.unionid))] : []
    return .fields(
      [
        ("openid", .text(grant.owner.identity.openid)),
        ("nickname", .text(profile.nickName ?? name(of: grant.owner))),
        ("sex", .number(Int64(profile.gender))), ("province", .text(profile.province)),
        ("city", .text(profile.city)), ("country", .text(profile.country)),
        ("headimgurl", .text(profile.avatarUrl)), ("privilege", .list([])),
      ] + unionid)
  }

  /// A website learns a name, other than a mini-program.
  private func name(of owner: WeChatOwner) -> String {
    let account = context.accounts.first { $0.phone == owner.phone }
    return account?.name ?? WeChatProfile.anonymousName
  }
}

extension OAuthBook.Grant {
  fileprivate var fields: [(String, WeChatValue)] {
    [
      ("access_token", .text(accessToken)),
      ("expires_in", .number(OAuthBook.accessLife.components.seconds)),
      ("refresh_token", .text(refreshToken)), ("openid", .text(owner.identity.openid)),
      ("scope", .text("snsapi_login")),
    ]
  }
}
