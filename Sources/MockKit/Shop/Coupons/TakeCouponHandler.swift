/// `POST /api/coupons`: takes one of an offer.
struct TakeCouponHandler: Handler {
  private struct Body: Decodable {
    let offer: String
  }

  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let name = try call.decode(Body.self).offer
    let (member, offer) = try await shop.read(as: call) { database, member in
      (member, try CouponOffers.require(name, in: database))
    }
    let command = TakeCoupon(
      offer: name, memberId: member,
      couponId: call.ticket.map { "cp_" + $0.name(of: "coupon") })
    let coupon = try await shop.decide(command, at: offer.issuer, for: call) { change, coupon in
      try LinkApplier(change: change).take(coupon)
    }
    return try .json(coupon, status: 201)
  }
}
