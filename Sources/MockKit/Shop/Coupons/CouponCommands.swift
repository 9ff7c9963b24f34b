/// Takes a coupon, from the side that issues it.
struct TakeCoupon: PeerCommand {
  static let type = "coupon.take"

  let offer: String
  let memberId: String
  /// The same one when it is asked again under an idempotency key; else the issuer makes one.
  let couponId: String?

  func decide(_ change: ShopChange) throws -> Coupon {
    try change.issueCoupon(offer, to: try change.member(memberId), as: couponId)
  }
}

/// Keeps a coupon for an order, at the side that issued it.
struct ReserveCoupon: PeerCommand {
  static let type = "coupon.reserve"

  let couponId: String
  let memberId: String
  let orderId: String
  let goods: Money

  func decide(_ change: ShopChange) throws -> Coupon {
    try change.reserveCoupon(
      couponId, of: try change.member(memberId), for: orderId, goods: goods)
  }
}
