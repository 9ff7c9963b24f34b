/// `POST /api/shares`, on the website: a page of the mini-program for friends.
struct CreateShareHandler: Handler {
  private struct Body: Decodable {
    let page: String
    let sku: String?
  }

  let shop: Shop
  let entrances: any EntranceMaker

  func answer(_ call: Call) async throws -> Reply {
    let body = try call.decode(Body.self)
    try Entry.check(page: body.page)
    try await shop.check(sku: body.sku)
    // WeChat is asked for members only.
    _ = try await shop.read(as: call) { $1 }
    let key = Hexadecimal.random(bytes: 8)
    let link = try await entrances.urlLink(
      to: body.page, query: Entry.query(key, sku: body.sku))
    return try await shop.change(as: call) { change, member in
      let share = Share(
        entryKey: key, memberId: member, page: body.page, sku: body.sku, link: link,
        createdAt: change.timestamp)
      try change.put(share)
      return try change.answer(try .json(ShareView(share), status: 201))
    }
  }
}

extension ShopChange {
  /// Writes it down, with the entry that friends come by, and tells of both.
  fileprivate func put(_ share: Share) throws {
    try put(
      Entry(
        entryKey: share.entryKey, kind: .link, page: share.page, source: Share.source,
        sku: share.sku, memberId: share.memberId, link: share.link, createdAt: share.createdAt))
    try Shares.insert(share, in: database)
    try publish(.shareCreated, of: share.entryKey, for: share.memberId, share)
  }
}

extension LinkApplier {
  func take(_ share: Share) throws {
    var share = share
    share.memberId = try known(share.memberId)
    try Shares.insert(share, in: database)
  }
}
