/// What the side that issued a coupon decides about it.
extension ShopChange {
  /// Issues a coupon of this side's to a member.
  func issueCoupon(_ name: String, to member: String, as id: String?) throws -> Coupon {
    if let id, let issued = try Coupons.find(id, in: database) { return issued }
    let offer = try CouponOffers.require(name, in: database)
    guard try Coupons.count(name, of: member, in: database) < offer.limit else {
      throw CouponError.limitReached(offer: name, limit: offer.limit)
    }
    return try issue(
      offer, to: member, as: try id ?? ids.coupon(try Counter.coupon.next(in: database)))
  }

  /// Issues a coupon whatever the member has of that offer.
  @discardableResult
  func issue(_ offer: CouponOffer, to member: String, as id: String) throws -> Coupon {
    let end = shop.clock.now + .seconds(Int64(offer.days) * 86_400)
    let coupon = Coupon(
      couponId: id, offer: offer.offer, memberId: member, name: offer.name,
      discount: offer.discount, minimum: offer.minimum, status: .issued, orderId: nil,
      validUntil: MockClock.timestamp(end), version: 1, origin: side)
    try tell(of: coupon)
    return coupon
  }

  /// Keeps a coupon of this side's for an order. For the same order it may be asked again.
  ///
  /// - Parameter goods: what the order's items cost.
  func reserveCoupon(
    _ id: String, of member: String, for order: String, goods: Money
  ) throws -> Coupon {
    let coupon = try Coupons.find(id, of: member, in: database)
    guard try !Coupons.isRefused(id, to: order, in: database) else {
      throw CouponError.orderOver(order)
    }
    guard goods.fen >= coupon.minimum.fen else {
      throw CouponError.belowMinimum(id, minimum: coupon.minimum, goods: goods)
    }
    if givesAway(coupon, to: order) { return coupon }
    guard let reserved = try coupon.after(.reserve, by: order, at: timestamp) else {
      return coupon
    }
    let held = held(reserved, by: order)
    try tell(of: held)
    return held
  }

  func tell(of coupon: Coupon) throws {
    try Coupons.put(coupon, in: database)
    try publish(.couponChanged, of: coupon.couponId, for: coupon.memberId, coupon)
  }
}

/// What an order did with a coupon of the other side's, on its way there.
struct CouponUse: Sendable, Codable {
  let couponId: String
  let memberId: String
  let orderId: String
  let step: CouponStep
  /// The coupon's version where it was used, so that both sides come to the same one in whatever order
  /// uses arrive; `nil` where it is not known.
  var version: Int?
}

extension ShopChange {
  /// Redeems or releases what an order of this side reserved. While a coupon is reserved, nobody but
  /// its order changes it; so what the issuer will decide is known here, and shown at once.
  func useCoupon(_ use: CouponUse) throws {
    let coupon = try Coupons.find(use.couponId, in: database)
    var moved = try coupon?.after(use.step, by: use.orderId, at: timestamp)
    if let version = moved?.version { moved?.version = max(version, use.version ?? 0) }
    guard coupon?.origin != side else {
      if use.step == .release, moved == nil {
        try Coupons.refuse(use.couponId, to: use.orderId, in: database)
      }
      try moved.map(tell)
      return
    }
    try moved.map { try Coupons.put($0, in: database) }
    var use = use
    use.version = moved?.version
    try publish(.couponUsed, of: use.couponId, for: use.memberId, use)
  }
}

extension LinkApplier {
  func take(_ coupon: Coupon) throws {
    var coupon = coupon
    coupon.memberId = try known(coupon.memberId)
    try Coupons.put(coupon, in: database)
  }

  /// The other side may only use what this one issued, so nothing goes back and forth.
  func use(_ use: CouponUse) throws {
    guard try Coupons.find(use.couponId, in: database)?.origin == change.side else { return }
    try change.useCoupon(use)
  }
}
