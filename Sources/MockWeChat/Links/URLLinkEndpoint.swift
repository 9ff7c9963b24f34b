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

  let tokens: TokenBook
  let book: LinkBook

  func answer(_ call: Call) throws(WeChatError) -> WeChatAnswer {
    try tokens.check(call.query["access_token"])
    let body = try call.wechatBody(Body.self)
    let destination = try body.target.destination(in: book)
    let end = try body.expiry.end(now: book.clock.seconds)
    let ticket = try book.make(.urlLink, to: destination, expires: end)
    return .ok([("url_link", .text("https://\(Self.host)/\(ticket)"))])
  }
}
