import MockKit

/// `POST /wxa/queryscheme` and `POST /wxa/query_urllink`.
struct LinkQueryEndpoint: WeChatEndpoint {
  private struct Body: Decodable {
    private enum CodingKeys: String, CodingKey {
      case scheme
      case link = "url_link"
      case type = "query_type"
    }

    let scheme: String?
    let link: String?
    /// 0 for the link, 1 for how often links may still be opened today.
    let type: Int?
  }

  let kind: Link.Kind
  let desk: LinkDesk

  func answer(_ call: Call) throws(WeChatError) -> WeChatAnswer {
    let book = try desk.book(of: call)
    let body = try call.wechatBody(Body.self)
    switch body.type ?? 0 {
    case 0: return try describe(kind == .scheme ? body.scheme : body.link, in: book)
    case 1:
      let left = WeChatValue.number(Int64(book.opensLeft))
      return .ok([("quota_info", .object([("remain_visit_quota", left)]))])
    default: throw .invalidArguments
    }
  }

  private func describe(
    _ text: String?, in book: LinkBook
  ) throws(WeChatError) -> WeChatAnswer {
    guard let text, !text.isEmpty else { throw .invalidArguments }
    switch Entrance(text) {
    case .ticket(let ticket, let extra):
      guard let link = book.link(ticket), link.kind == kind else { throw .unknownLink }
      return info(
        link.destination.adding(extra), of: book, created: link.created, expires: link.expires)
    case .plain(book.app.appid, let destination) where kind == .scheme:
      return info(destination, of: book, created: 0, expires: 0)
    default: throw .unknownLink
    }
  }

  private func info(
    _ destination: Destination, of book: LinkBook, created: Int64, expires: Int64
  ) -> WeChatAnswer {
    let fields: [(String, WeChatValue)] = [
      ("appid", .text(book.app.appid)), ("path", .text(destination.path)),
      ("query", .text(destination.query)), ("create_time", .number(created)),
      ("expire_time", .number(expires)), ("env_version", .text(destination.version.rawValue)),
    ]
    return .ok([(kind == .scheme ? "scheme_info" : "url_link_info", .object(fields))])
  }
}
