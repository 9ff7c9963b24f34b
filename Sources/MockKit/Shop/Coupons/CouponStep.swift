/// What an order does with a coupon.
enum CouponStep: String, Sendable, Codable {
  case reserve, redeem
  /// Gives it back, paid for or not.
  case release
}

extension Coupon {
  /// - Returns: the coupon afterwards; nothing where the step was taken before, or is not this
  ///   order's to take.
  func after(_ step: CouponStep, by order: String, at timestamp: String) throws -> Coupon? {
    let isTheirs = orderId == order
    switch (step, seen(at: timestamp).status) {
    case (.reserve, .issued): return moved(to: .reserved, order)
    case (.reserve, _) where !isTheirs:
      throw CouponError.notUsable(couponId, seen(at: timestamp).status)
    case (.redeem, .reserved) where isTheirs: return moved(to: .redeemed, order)
    case (.release, .reserved) where isTheirs, (.release, .redeemed) where isTheirs:
      return moved(to: .issued, nil)
    default: return nil
    }
  }

  private func moved(to status: Status, _ order: String?) -> Coupon {
    var moved = self
    moved.status = status
    moved.orderId = order
    moved.version += 1
    return moved
  }
}
