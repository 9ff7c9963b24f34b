/// `GET /api/coupons`.
struct ListCouponsHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let now = shop.clock.timestamp
    let request = try PageRequest(call, keys: 2)
    let coupons = try await shop.read(as: call) { try Coupons.page(request, of: $1, in: $0) }
    return try .page(coupons.map { $0.seen(at: now) }, of: request) {
      [$0.validUntil, $0.couponId]
    }
  }
}
