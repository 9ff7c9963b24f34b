/// `POST /api/quotes`: what an order would cost now. Nothing is kept for it.
struct QuoteHandler: Handler {
  private struct Body: Decodable {
    let items: [OrderRequest.Line]
    let couponId: String?
  }

  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let body = try call.decode(Body.self)
    try OrderRequest.check(body.items)
    let now = shop.clock.timestamp
    return try .json(
      try await shop.read(as: call) { database, member in
        let basket = try Basket(body.items, of: member, in: database)
        guard let id = body.couponId else { return Quote(items: basket.items, price: basket.price) }
        let coupon = try Coupons.find(id, of: member, in: database).seen(at: now)
        try coupon.checkUse(for: basket.price.amount)
        return Quote(items: basket.items, price: basket.price.less(coupon: coupon.discount))
      })
  }
}

/// The price stands beside the items, as in an order.
struct Quote: Sendable, Encodable {
  private enum CodingKeys: String, CodingKey {
    case items
  }

  let items: [Order.Item]
  let price: Order.Price

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(items, forKey: .items)
    try price.encode(to: encoder)
  }
}

extension Coupon {
  /// - Parameter goods: what the order's items cost.
  fileprivate func checkUse(for goods: Money) throws(CouponError) {
    guard status == .issued else { throw .notUsable(couponId, status) }
    guard goods.fen >= minimum.fen else {
      throw .belowMinimum(couponId, minimum: minimum, goods: goods)
    }
  }
}
