/// What somebody pays with WeChat in the mini-program, and what has become of the order meanwhile.
package struct WeChatPayment: Sendable, Equatable, Encodable {
  package enum Status: String, Sendable, Encodable {
    case pending, paid, closed, refunding, refunded
  }

  package let orderId: String
  package let amount: Money
  package let status: Status
  package let transactionId: String?
  /// RFC 3339 with milliseconds.
  package let paidAt: String?
  package let refundedAmount: Money?
  package let refundedAt: String?

  init(_ record: WeChatPayments.Record) {
    orderId = record.orderId
    amount = record.amount
    transactionId = record.transactionID
    paidAt = record.paidAt
    refundedAmount = record.refund
    refundedAt = record.refundedAt
    status =
      switch (record.transactionID, record.refund, record.refundedAt) {
      case (nil, _, _): record.isClosed ? .closed : .pending
      case (_, nil, _): .paid
      case (_, _, nil): .refunding
      default: .refunded
      }
  }
}

/// Why there is nothing to pay with WeChat.
enum PaymentError: Error, Sendable, Equatable {
  case notBegun(order: String)
  /// The member is bound to no WeChat user.
  case noUser
}

extension PaymentError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .notBegun(let order):
      Problem(
        404, "payment-not-found", "No such payment",
        detail: "Nobody has begun to pay order \(order) with WeChat.")
    case .noUser:
      Problem(
        409, "wechat-user-missing", "No WeChat user",
        detail: "The member is bound to no WeChat user; log in with WeChat's code again.")
    }
  }
}
