/// `GET /api/coupon-offers`.
struct ListOffersHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    try .json(ItemList(items: try await shop.database.read(CouponOffers.all)))
  }
}
