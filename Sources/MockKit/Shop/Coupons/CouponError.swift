/// What a coupon is refused for.
enum CouponError: Error, Sendable, Equatable {
  case notFound(String)
  case limitReached(offer: String, limit: Int)
  case notUsable(String, Coupon.Status)
  /// The order has given it back already.
  case orderOver(String)
  case belowMinimum(String, minimum: Money, goods: Money)
}

extension CouponError: ProblemConvertible {
  package var problem: Problem {
    switch self {
    case .notFound(let id):
      Problem(404, "coupon-not-found", "No such coupon", detail: "You have no coupon \(id).")
    case .limitReached(let offer, let limit):
      Problem(
        409, "offer-used-up", "No more of these",
        detail: "A member may take \(limit) of \(offer), and this one has.")
    case .notUsable(let id, let status):
      Problem(
        409, "coupon-not-usable", "The coupon cannot be used",
        detail: "Coupon \(id) is \(status.rawValue); only an issued one can be used.")
    case .orderOver(let order):
      Problem(
        409, "coupon-not-usable", "The coupon cannot be used",
        detail: "Order \(order) is over; a coupon is for one that is being made.")
    case .belowMinimum(let id, let minimum, let goods):
      Problem(
        409, "coupon-not-usable", "The coupon cannot be used",
        detail: "Coupon \(id) is for orders from \(minimum.text); this one is \(goods.text).")
    }
  }
}
