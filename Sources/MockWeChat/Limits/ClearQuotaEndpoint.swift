import MockKit

/// `POST /cgi-bin/clear_quota` `{appid}`: the app's daily quotas begin anew, ten times a month.
struct ClearQuotaEndpoint: WeChatEndpoint {
  /// What both ways of asking are counted under.
  static let path = "/cgi-bin/clear_quota"

  private struct Body: Decodable {
    let appid: String?
  }

  let tokens: TokenBook
  let quotas: QuotaBook

  func answer(_ call: Call) throws(WeChatError) -> WeChatAnswer {
    let app = try tokens.check(call.query["access_token"])
    let body = try call.wechatBody(Body.self)
    guard let appid = body.appid, !appid.isEmpty else { throw .appidMissing }
    guard appid == app.appid else { throw .invalidAppid }
    quotas.clear(appid)
    return .ok()
  }
}

/// `POST /cgi-bin/clear_quota/v2`: the same for an app that can get no token any more. `appid` and
/// `appsecret` stand in the query or in the body.
struct ClearQuotaBySecretEndpoint: WeChatEndpoint {
  private struct Body: Decodable {
    let appid: String?
    let appsecret: String?
  }

  let apps: AppBook
  let quotas: QuotaBook

  func answer(_ call: Call) throws(WeChatError) -> WeChatAnswer {
    let body = call.body.isEmpty ? nil : try call.wechatBody(Body.self)
    let app = try apps.verify(
      appid: call.query["appid"] ?? body?.appid,
      secret: call.query["appsecret"] ?? body?.appsecret)
    try quotas.spend(ClearQuotaEndpoint.path, .app, by: QuotaBook.Caller(appid: app.appid))
    quotas.clear(app.appid)
    return .ok()
  }
}

/// `POST /cgi-bin/openapi/quota/get` `{cgi_path}`: how much of a day's quota is left.
struct ShowQuotaEndpoint: WeChatEndpoint {
  private struct Body: Decodable {
    enum CodingKeys: String, CodingKey {
      case path = "cgi_path"
    }

    let path: String?
  }

  let tokens: TokenBook
  let quotas: QuotaBook
  /// Of all endpoints.
  let paths: [String]

  func answer(_ call: Call) throws(WeChatError) -> WeChatAnswer {
    let app = try tokens.check(call.query["access_token"])
    let body = try call.wechatBody(Body.self)
    guard let path = body.path, paths.contains(path) else { throw .unknownQuotaPath }
    guard !path.hasPrefix("/sns/") else { throw .foreignQuotaPath }
    let daily = quotas.daily(path, of: app.appid) ?? (limit: 0, used: 0)
    let remain = max(daily.limit - daily.used, 0)
    return .ok([
      (
        "quota",
        .object([
          ("daily_limit", .number(Int64(daily.limit))), ("used", .number(Int64(daily.used))),
          ("remain", .number(Int64(remain))),
        ])
      )
    ])
  }
}
