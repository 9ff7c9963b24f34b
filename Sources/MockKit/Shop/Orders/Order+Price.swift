extension Order {
  /// What an order costs: the items, less what the member's level saves, less the coupon.
  package struct Price: Sendable, Equatable, Codable {
    package let itemsAmount: Money
    package let memberDiscount: Money
    package let couponDiscount: Money
    package let amount: Money

    init(items: Money, member: Money = Money(fen: 0), coupon: Money = Money(fen: 0)) {
      itemsAmount = items
      memberDiscount = member
      couponDiscount = coupon
      amount = Money(fen: max(0, items.fen - member.fen - coupon.fen))
    }

    func less(coupon: Money) -> Price {
      Price(items: itemsAmount, member: memberDiscount, coupon: coupon)
    }
  }

  /// When an order came to each state, RFC 3339 with milliseconds; absent where it did not.
  package struct Moments: Sendable, Equatable, Codable {
    package var paidAt: String?
    package var shippedAt: String?
    package var completedAt: String?
    package var cancelledAt: String?
    package var refundedAt: String?

    mutating func note(_ status: Status, at time: String) {
      switch status {
      case .created: break
      case .paid: paidAt = time
      case .shipped: shippedAt = time
      case .completed: completedAt = time
      case .cancelled: cancelledAt = time
      case .refunded: refundedAt = time
      }
    }

    func moment(of status: Status) -> String? {
      switch status {
      case .created: nil
      case .paid: paidAt
      case .shipped: shippedAt
      case .completed: completedAt
      case .cancelled: cancelledAt
      case .refunded: refundedAt
      }
    }
  }
}
