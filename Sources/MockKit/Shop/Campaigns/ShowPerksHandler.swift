/// `GET /api/perks`: what the member gets for purchases, and how far it is.
struct ShowPerksHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let perk = try await shop.read(as: call) { try Perk.show($1, in: $0) }
    return try .json(ItemList(items: [perk]))
  }
}
