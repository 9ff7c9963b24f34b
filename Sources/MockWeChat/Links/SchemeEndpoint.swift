import MockKit

/// `POST /wxa/generatescheme`.
struct SchemeEndpoint: WeChatEndpoint {
  private struct Body: Decodable {
    private enum CodingKeys: String, CodingKey {
      case target = "jump_wxa"
    }

    let target: LinkTarget?
  }

  let desk: LinkDesk

  func answer(_ call: Call) throws(WeChatError) -> WeChatAnswer {
    let book = try desk.book(of: call)
    let (body, expiry) = try call.wechatBody(Joined<Body, LinkExpiry>.self).both
    let target = body.target ?? LinkTarget(path: nil, query: nil, version: nil)
    let destination = try target.destination(in: book)
    let end = try expiry.end(now: book.clock.seconds)
    let ticket = try book.make(.scheme, to: destination, expires: end)
    return .ok([("openlink", .text("weixin://dl/business/?t=" + ticket))])
  }
}
