/// What goes wrong with coupons, points and pieces of orders.
extension FaultKind {
  package static let oversell = FaultKind(
    "oversell", .defect, caughtBy: ["conservation", "scenario:stock-sync"],
    title: FaultText("sold more than there is", "超卖"),
    meaning: FaultText(
      "The counter system takes the pieces of an order away without looking whether there are as many.",
      "门店系统扣减库存时不检查余量。"),
    stages: [.receive])

  static let couponDoubleRedeem = FaultKind(
    "coupon_double_redeem", .defect, caughtBy: ["single-use", "scenario:coupon-single-use"],
    title: FaultText("one coupon for two orders", "一券两用"),
    meaning: FaultText(
      "A coupon that an unpaid order holds is given to another order, too.",
      "已被未支付订单占用的优惠券仍可用于另一笔订单。"),
    stages: [.apply])

  static let couponBurntUnpaid = FaultKind(
    "coupon_burnt_unpaid", .defect, caughtBy: ["scenario:coupon-shared"],
    title: FaultText("a coupon is used up unpaid", "未付款就核销优惠券"),
    meaning: FaultText(
      "A coupon is redeemed when the order is placed, and does not come back when the order is given "
        + "up unpaid.",
      "下单时就核销优惠券，订单未付款取消后也不退回。"),
    stages: [.apply])

  static let refundKeepsPoints = FaultKind(
    "refund_keeps_points", .defect, caughtBy: ["scenario:refund-returns-points"],
    title: FaultText("a refund leaves the points", "退款不扣回积分"),
    meaning: FaultText(
      "A refunded order keeps the points that it earned.", "退款后订单赠送的积分没有扣回。"),
    stages: [.apply])
}

extension ShopChange {
  private func fires(_ kind: FaultKind, _ type: String, _ coupon: String, _ order: String) -> Bool {
    shop.fires(kind, event: "\(coupon) \(order)", type: type, entity: coupon) != nil
  }

  /// Whether an order gets a coupon that another one holds.
  func givesAway(_ coupon: Coupon, to order: String) -> Bool {
    coupon.status == .reserved && coupon.orderId != order
      && fires(.couponDoubleRedeem, ReserveCoupon.type, coupon.couponId, order)
  }

  /// A coupon that an order has just taken, as it is written down.
  func held(_ coupon: Coupon, by order: String) -> Coupon {
    guard fires(.couponBurntUnpaid, ReserveCoupon.type, coupon.couponId, order) else {
      return coupon
    }
    var burnt = coupon
    burnt.status = .redeemed
    return burnt
  }

  /// Whether an order that is given up before it is paid keeps its coupon.
  func burns(_ coupon: String, of order: String) throws -> Bool {
    let isPaid = try? Orders.find(order, in: database).moments.paidAt != nil
    guard isPaid != true else { return false }
    return fires(.couponBurntUnpaid, ReserveCoupon.type, coupon, order)
  }

  func keepsPoints(_ order: Order) -> Bool {
    order.status == .refunded
      && shop.fires(
        .refundKeepsPoints, event: order.orderId, type: "order.refunded", entity: order.orderId)
        != nil
  }
}
