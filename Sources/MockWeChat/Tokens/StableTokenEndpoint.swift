import MockKit

/// `POST /cgi-bin/stable_token`.
struct StableTokenEndpoint: WeChatEndpoint {
  private struct Body: Decodable {
    enum CodingKeys: String, CodingKey {
      case grantType = "grant_type"
      case forceRefresh = "force_refresh"
      case appid, secret
    }

    let grantType: String?
    let appid: String?
    let secret: String?
    let forceRefresh: Bool?
  }

  let apps: AppBook
  let tokens: TokenBook
  let quotas: QuotaBook

  func answer(_ call: Call) throws(WeChatError) -> WeChatAnswer {
    let body = try call.wechatBody(Body.self)
    guard body.grantType == "client_credential" else { throw .invalidGrantType }
    let app = try apps.verify(appid: body.appid, secret: body.secret)
    guard body.forceRefresh == true else { return .fields(tokens.issueStable(to: app).fields) }
    let token = try tokens.refreshStable(of: app) { () throws(WeChatError) in
      try quotas.spend(call.path, .forced, by: QuotaBook.Caller(appid: app.appid))
    }
    return .fields(token.fields)
  }
}
