/// `GET /api/coupons/{id}`.
struct ShowCouponHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let id = call.parameters["id"] ?? ""
    let coupon = try await shop.read(as: call) { try Coupons.find(id, of: $1, in: $0) }
      .seen(at: shop.clock.timestamp)
    return try .json(coupon, tag: EntityTag(version: coupon.version), for: call)
  }
}
