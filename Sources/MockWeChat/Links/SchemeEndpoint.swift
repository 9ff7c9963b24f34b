import MockKit

/// `POST /wxa/generatescheme`.
struct SchemeEndpoint: WeChatEndpoint {
  private struct Body: Decodable {
    private enum CodingKeys: String, CodingKey {
      case target = "jump_wxa"
    }

    let target: LinkTarget?
    let expiry: LinkExpiry

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: CodingKeys.self)
      target = try fields.decodeIfPresent(LinkTarget.self, forKey: .target)
      expiry = try LinkExpiry(from: decoder)
    }
  }

  let desk: LinkDesk

  func answer(_ call: Call) throws(WeChatError) -> WeChatAnswer {
    let book = try desk.book(of: call)
    let body = try call.wechatBody(Body.self)
    let target = body.target ?? LinkTarget(path: nil, query: nil, version: nil)
    let destination = try target.destination(in: book)
    let end = try body.expiry.end(now: book.clock.seconds)
    let ticket = try book.make(.scheme, to: destination, expires: end)
    return .ok([("openlink", .text("weixin://dl/business/?t=" + ticket))])
  }
}
