import MockKit

/// `POST /wxa/genwxashortlink`.
struct ShortLinkEndpoint: WeChatEndpoint {
  private struct Body: Decodable {
    private enum CodingKeys: String, CodingKey {
      case page = "page_url"
      case title = "page_title"
      case isPermanent = "is_permanent"
    }

    let page: String?
    let title: String?
    let isPermanent: Bool?
  }

  private static let longestPage = 1024
  private static let longestTitle = 20

  let desk: LinkDesk

  func answer(_ call: Call) throws(WeChatError) -> WeChatAnswer {
    let book = try desk.book(of: call)
    let body = try call.wechatBody(Body.self)
    let page = body.page ?? ""
    // Unlike the other links' pages, this one's is not found with a slash before it.
    guard !page.isEmpty, !page.hasPrefix("/"), page.utf8.count <= Self.longestPage else {
      throw .invalidURL
    }
    let destination = Destination(page: page)
    guard book.has(destination.path) else { throw .invalidURL }
    let title = body.title ?? ""
    guard !title.contains(where: { $0 == "/" || $0.isNewline }) else { throw .invalidPageTitle }
    let end = body.isPermanent == true ? 0 : book.clock.seconds + LinkExpiry.longest
    let ticket = try book.make(.shortLink, to: destination, expires: end)
    return .ok([("link", .text("#小程序://\(book.app.name)/\(Self.shown(title))/\(ticket)"))])
  }

  private static func shown(_ title: String) -> String {
    title.count > longestTitle ? title.prefix(longestTitle) + "..." : title
  }
}
