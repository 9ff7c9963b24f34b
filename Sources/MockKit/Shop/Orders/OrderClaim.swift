/// What says whose holds are meant, also where there is no order yet or will never be one.
package struct OrderClaim: Sendable, Equatable, Codable {
  package let orderId: String
  package let memberId: String
  package let couponId: String?

  init(orderId: String, memberId: String, couponId: String?) {
    self.orderId = orderId
    self.memberId = memberId
    self.couponId = couponId
  }

  init(_ order: Order) {
    self.init(orderId: order.orderId, memberId: order.memberId, couponId: order.couponId)
  }
}
