/// `GET /api/member`.
package struct ShowMemberHandler: Handler {
  private let shop: Shop

  package init(shop: Shop) {
    self.shop = shop
  }

  package func answer(_ call: Call) async throws -> Reply {
    let member = try await shop.read(as: call) { try Members.show($1, in: $0) }
    return try .json(member, tag: member.tag, for: call)
  }
}
