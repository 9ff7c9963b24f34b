import MockKit

/// `POST /_control/pages` `{appid?, pages?}`: which pages an app has released; any without a list.
struct PagesHandler: Handler {
  private struct Body: Decodable {
    enum CodingKeys: String, CodingKey, CaseIterable {
      case appid, pages
    }

    let appid: String?
    let pages: [String]?
  }

  let desk: LinkDesk

  func answer(_ call: Call) async throws -> Reply {
    let body = try call.control(Body.self, Body.CodingKeys.self)
    try desk.book(named: body.appid).publish(body.pages)
    return .empty()
  }
}

/// `POST /_control/link-quotas` `{appid?, …}`: how much may be made and opened; what is not named stays.
struct LinkQuotasHandler: Handler {
  private struct Body: Decodable {
    enum CodingKeys: String, CodingKey, CaseIterable {
      case appid, linksADay, opensADay, shortLinksADay, permanentShortLinks, codes
    }

    let appid: String?
    let linksADay: Int?
    let opensADay: Int?
    let shortLinksADay: Int?
    let permanentShortLinks: Int?
    let codes: Int?
  }

  let desk: LinkDesk

  func answer(_ call: Call) async throws -> Reply {
    let body = try call.control(Body.self, Body.CodingKeys.self)
    let book = try desk.book(named: body.appid)
    let old = book.quotas
    let new = LinkQuotas(
      linksADay: body.linksADay ?? old.linksADay, opensADay: body.opensADay ?? old.opensADay,
      shortLinksADay: body.shortLinksADay ?? old.shortLinksADay,
      permanentShortLinks: body.permanentShortLinks ?? old.permanentShortLinks,
      codes: body.codes ?? old.codes)
    book.set(new)
    return try .json(new)
  }
}

/// `DELETE /_control/link-quotas?appid=`: the published numbers again; all apps' where none is named.
struct ResetLinkQuotasHandler: Handler {
  let desk: LinkDesk

  func answer(_ call: Call) async throws -> Reply {
    let books = try call.query["appid"].map { [try desk.book(named: $0)] } ?? desk.books
    for book in books { book.set(LinkQuotas()) }
    return .empty()
  }
}
