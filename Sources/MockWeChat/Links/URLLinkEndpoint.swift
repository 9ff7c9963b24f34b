import MockKit

/// `POST /wxa/generate_urllink`.
struct URLLinkEndpoint: WeChatEndpoint {
  private struct Body: Decodable {
    let target: LinkTarget
    let expiry: LinkExpiry

    init(from decoder: any Decoder) throws {
      target = try LinkTarget(from: decoder)
      expiry = try LinkExpiry(from: decoder)
    }
  }

  static let host = "wxaurl.cn"

  let desk: LinkDesk

  func answer(_ call: Call) throws(WeChatError) -> WeChatAnswer {
    let book = try desk.book(of: call)
    let body = try call.wechatBody(Body.self)
    let destination = try body.target.destination(in: book)
    let end = try body.expiry.end(now: book.clock.seconds)
    let ticket = try book.make(.urlLink, to: destination, expires: end)
    return .ok([("url_link", .text("https://\(Self.host)/\(ticket)"))])
  }
}
