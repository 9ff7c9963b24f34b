import MockKit

/// `POST /cgi-bin/message/subscribe/send`.
struct MessageEndpoint: WeChatEndpoint {
  let tokens: TokenBook
  let book: MessageBook

  func answer(_ call: Call) throws(WeChatError) -> WeChatAnswer {
    let app = try tokens.check(call.query["access_token"])
    let body = try call.wechatBody(MessageBody.self)
    guard let openid = body.touser, !openid.isEmpty else { throw .invalidOpenid }
    guard let template = app.templates.first(where: { $0.id == body.template }) else {
      throw .invalidTemplate
    }
    for keyword in template.keywords { try Keyword(keyword).check(body.values[keyword]) }
    let id = try book.deliver(body, to: openid)
    return .ok([("msgid", .number(id))])
  }
}
