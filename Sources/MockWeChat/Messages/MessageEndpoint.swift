import MockKit

/// `POST /cgi-bin/message/subscribe/send`.
struct MessageEndpoint: WeChatEndpoint {
  private static let states = ["developer", "trial", "formal"]
  private static let languages = ["zh_CN", "en_US", "zh_HK", "zh_TW"]

  let context: WeChatContext
  let book: MessageBook

  func answer(_ call: Call) throws(WeChatError) -> WeChatAnswer {
    let app = try context.tokens.check(call.query["access_token"])
    let body = try call.wechatBody(MessageBody.self)
    let openid = try context.people.check(body.touser, in: app)
    guard let template = app.templates.first(where: { $0.id == body.template }) else {
      throw .invalidTemplate
    }
    try check(body, template, app)
    let message = try book.deliver(body, template, to: openid, usual: app.usualConsent)
    context.inbox.deliver(InboxMessage(message, template, from: app))
    context.push.sent(template.id, message: message.msgid, openid, in: app)
    return .ok([("msgid", .number(message.msgid))])
  }

  private func check(
    _ body: MessageBody, _ template: WeChatTemplate, _ app: SeedData.App
  ) throws(WeChatError) {
    if let page = body.page, !page.isEmpty, !app.hasPage(page) { throw .invalidPage }
    if let state = body.state, !Self.states.contains(state) {
      throw .badArgument("miniprogram_state")
    }
    if let language = body.language, !Self.languages.contains(language) {
      throw .badArgument("lang")
    }
    for keyword in template.keywords { try Keyword(keyword).check(body.values[keyword]) }
  }
}

extension SeedData.App {
  /// Of those who were never asked.
  var usualConsent: Consent { subscriptions == .always ? .always : .times(0) }
}

extension InboxMessage {
  init(_ message: MessageBook.Message, _ template: WeChatTemplate, from app: SeedData.App) {
    self.init(
      type: "subscribe", openid: message.openid, appid: app.appid, from: app.name,
      title: template.title,
      lines: template.rows.map { Line(label: $0.label, value: message.data[$0.keyword] ?? "") },
      page: message.page.flatMap { $0.isEmpty ? nil : $0 }, templateId: template.id,
      msgid: message.msgid, at: message.at)
  }
}
