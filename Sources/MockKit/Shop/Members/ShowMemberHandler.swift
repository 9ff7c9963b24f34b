/// `GET /api/member`.
package struct ShowMemberHandler: Handler {
  private let shop: Shop

  package init(shop: Shop) {
    self.shop = shop
  }

  package func answer(_ call: Call) async throws -> Reply {
    let (member, tag) = try await shop.read(as: call) { database, id in
      let member = try Members.show(id, in: database)
      return (member, try Members.tag(of: member, in: database))
    }
    return try .json(member, tag: tag, for: call)
  }
}
