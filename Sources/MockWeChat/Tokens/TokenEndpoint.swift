import MockKit

/// `GET /cgi-bin/token`.
struct TokenEndpoint: WeChatEndpoint {
  let apps: AppBook
  let tokens: TokenBook

  func answer(_ call: Call) throws(WeChatError) -> WeChatAnswer {
    guard call.query["grant_type"] == "client_credential" else { throw .invalidGrantType }
    let app = try apps.verify(appid: call.query["appid"], secret: call.query["secret"])
    return .fields(tokens.issuePlain(to: app).fields)
  }
}

extension TokenBook.Issued {
  var fields: [(String, WeChatValue)] {
    [("access_token", .text(text)), ("expires_in", .number(seconds))]
  }
}
