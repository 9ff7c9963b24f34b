import MockKit

/// `POST /_control/pages` `{pages?}`: which pages the app has released; any without a list.
struct PagesHandler: Handler {
  private struct Body: Decodable {
    let pages: [String]?
  }

  let book: LinkBook

  func answer(_ call: Call) async throws -> Reply {
    book.publish(try call.decode(Body.self).pages)
    return .empty()
  }
}

/// `POST /_control/link-quotas`: how much may be made and opened; what is not named stays.
struct LinkQuotasHandler: Handler {
  private struct Body: Decodable {
    let linksADay: Int?
    let opensADay: Int?
    let shortLinksADay: Int?
    let permanentShortLinks: Int?
    let codes: Int?
  }

  let book: LinkBook

  func answer(_ call: Call) async throws -> Reply {
    let body = try call.decode(Body.self)
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
