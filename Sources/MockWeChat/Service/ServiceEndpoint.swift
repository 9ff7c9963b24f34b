import MockKit

/// `POST /cgi-bin/message/custom/send`.
struct ServiceEndpoint: WeChatEndpoint {
  let context: WeChatContext
  let book: ServiceBook
  let media: MediaBook

  func answer(_ call: Call) throws(WeChatError) -> WeChatAnswer {
    let app = try context.tokens.check(call.query["access_token"])
    let body = try call.wechatBody(ServiceBody.self)
    let openid = try context.people.check(body.touser, in: app)
    let message = try body.message()
    try check(message, of: app)
    try book.send(message, to: openid)
    context.inbox.deliver(
      InboxMessage(message, to: openid, from: app, at: context.clock.timestamp))
    return .ok()
  }

  private func check(_ message: ServiceMessage, of app: SeedData.App) throws(WeChatError) {
    switch message {
    case .image(let id), .card(_, _, let id):
      guard media.find(id, of: app.appid) != nil else { throw .invalidMedia }
    case .text, .link: break
    }
  }
}
