import MockKit

/// `POST /wxa/generate_urllink`.
struct URLLinkEndpoint: WeChatEndpoint {
  static let host = "wxaurl.cn"

  let desk: LinkDesk

  func answer(_ call: Call) throws(WeChatError) -> WeChatAnswer {
    let book = try desk.book(of: call)
    let (target, expiry) = try call.wechatBody(Joined<LinkTarget, LinkExpiry>.self).both
    let destination = try target.destination(in: book)
    let end = try expiry.end(now: book.clock.seconds)
    let ticket = try book.make(.urlLink, to: destination, expires: end)
    return .ok([("url_link", .text("https://\(Self.host)/\(ticket)"))])
  }
}
