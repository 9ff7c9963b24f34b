/// `GET /api/coupons`.
struct ListCouponsHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let now = shop.clock.timestamp
    let coupons = try await shop.read(as: call) { try Coupons.all(of: $1, in: $0) }
    return try .json(ItemList(items: coupons.map { $0.seen(at: now) }))
  }
}
