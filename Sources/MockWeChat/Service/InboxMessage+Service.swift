import MockKit

extension InboxMessage {
  /// What customer service wrote, as the person reads it; a tap on a link opens its address.
  init(_ message: ServiceMessage, to openid: String, from app: SeedData.App, at: String) {
    let (type, title, line, page) = Self.parts(of: message)
    self.init(
      type: type, openid: openid, appid: app.appid, from: app.name, title: title,
      lines: line.map { [Line(label: "", value: $0)] } ?? [], page: page, templateId: nil,
      msgid: nil, at: at)
  }

  private static func parts(
    of message: ServiceMessage
  ) -> (type: String, title: String, line: String?, page: String?) {
    switch message {
    case .text(let text): ("text", text, nil, nil)
    case .image: ("image", "[图片]", nil, nil)
    case .link(let title, let description, let url, _): ("link", title, description, url)
    case .card(let title, let page, _): ("miniprogrampage", title, nil, page)
    }
  }
}
