extension Order {
  /// What an order costs: the items, less what level, campaigns and coupon save.
  package struct Price: Sendable, Equatable, Codable {
    package let itemsAmount: Money
    package let memberDiscount: Money
    package let fullReduction: Money
    package let groupDiscount: Money
    package let couponDiscount: Money
    package let amount: Money

    init(
      items: Money, member: Money = .zero, full: Money = .zero, group: Money = .zero,
      coupon: Money = .zero
    ) {
      itemsAmount = items
      memberDiscount = member
      fullReduction = full
      groupDiscount = group
      couponDiscount = coupon
      let saved = [member, full, group, coupon].reduce(0) { $0 + $1.fen }
      amount = Money(fen: max(0, items.fen - saved))
    }

    /// A sender that knows no campaigns names nothing that they save.
    package init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: CodingKeys.self)
      itemsAmount = try fields.decode(Money.self, forKey: .itemsAmount)
      memberDiscount = try fields.decode(Money.self, forKey: .memberDiscount)
      fullReduction = try fields.decodeIfPresent(Money.self, forKey: .fullReduction) ?? .zero
      groupDiscount = try fields.decodeIfPresent(Money.self, forKey: .groupDiscount) ?? .zero
      couponDiscount = try fields.decode(Money.self, forKey: .couponDiscount)
      amount = try fields.decode(Money.self, forKey: .amount)
    }

    func less(coupon: Money) -> Price {
      Price(
        items: itemsAmount, member: memberDiscount, full: fullReduction, group: groupDiscount,
        coupon: coupon)
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
