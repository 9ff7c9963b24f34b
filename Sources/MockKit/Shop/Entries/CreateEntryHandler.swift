/// `POST /api/entries`, on the website, for visitors, too.
struct CreateEntryHandler: Handler {
  private struct Body: Decodable {
    let kind: Entry.Kind
    let page: String
    let source: String
    let sku: String?
    let visitor: String?
  }

  let shop: Shop
  let entrances: any EntranceMaker

  func answer(_ call: Call) async throws -> Reply {
    let body = try call.decode(Body.self)
    try Self.check(body)
    try await shop.check(sku: body.sku)
    let member = try await shop.guest(of: call)
    let key = Hexadecimal.random(bytes: 8)
    let link = try await link(for: body, key)
    let picture = body.kind == .code ? try await entrances.code(to: body.page, scene: key) : nil
    let entry = Entry(
      entryKey: key, kind: body.kind, page: body.page, source: body.source, sku: body.sku,
      memberId: member, visitor: body.visitor, link: link, createdAt: shop.clock.timestamp)
    return try await shop.change(for: call) { change in
      try change.put(entry)
      if let picture { try Entries.keep(picture, of: key, in: change.database) }
      return try change.answer(try .json(EntryView(entry, opens: 0), status: 201))
    }
  }

  private func link(for body: Body, _ key: String) async throws -> String? {
    let query = Entry.query(key, sku: body.sku)
    return switch body.kind {
    case .link: try await entrances.urlLink(to: body.page, query: query)
    case .scheme: try await entrances.scheme(to: body.page, query: query)
    case .code: nil
    }
  }

  private static func check(_ body: Body) throws(InvalidRequest) {
    try Entry.check(page: body.page)
    guard (1...64).contains(body.source.count) else {
      throw InvalidRequest(field: "source", reason: .outside("1 to 64 characters"))
    }
    guard (1...64).contains(body.visitor?.count ?? 1) else {
      throw InvalidRequest(field: "visitor", reason: .outside("1 to 64 characters"))
    }
  }
}
