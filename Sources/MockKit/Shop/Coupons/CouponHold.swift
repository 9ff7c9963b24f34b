/// The coupon of an order, kept at the side that issued it.
struct CouponHold: OrderHold {
  func acquire(
    _ draft: OrderDraft, by shop: Shop, for call: Call
  ) async throws -> OrderDraft {
    guard let id = draft.claim.couponId else { return draft }
    let member = draft.claim.memberId
    // This side knows every coupon of its own; another one may still be on its way from its issuer.
    let known = try await shop.database.read { try Coupons.find(id, in: $0) }
    let issuer = known?.origin ?? shop.side.other
    let command = ReserveCoupon(
      couponId: id, memberId: member, orderId: draft.claim.orderId, goods: draft.payable)
    let reserved = try await shop.decide(command, at: issuer, for: call) {
      try LinkApplier(change: $0).take($1)
    }
    var priced = draft
    priced.price = draft.price.less(coupon: reserved.discount)
    return priced
  }

  func confirm(_ claim: OrderClaim, in change: ShopChange) throws {
    try use(claim, .redeem, in: change)
  }

  func release(_ claim: OrderClaim, in change: ShopChange) throws {
    try use(claim, .release, in: change)
  }

  private func use(_ claim: OrderClaim, _ step: CouponStep, in change: ShopChange) throws {
    guard let id = claim.couponId else { return }
    if step == .release, try change.burns(id, of: claim.orderId) { return }
    try change.useCoupon(
      CouponUse(
        couponId: id, memberId: claim.memberId, orderId: claim.orderId, step: step))
  }
}
