import GRDB
import MockKit

/// `POST /v3/refund/domestic/refunds`.
struct RefundEndpoint: PayEndpoint {
  let desk: PayDesk

  func answer(_ call: Call) async throws -> PayAnswer {
    let wish = try PayFields.decode(RefundBody.self, of: call).wish()
    let now = desk.clock.now
    let refund = try await desk.change { try self.refund(wish, at: now, in: $0) }
    return try .fields(RefundView(refund))
  }

  /// The same number again is the same refund.
  private func refund(
    _ wish: RefundWish, at now: Duration, in database: Database
  ) throws -> Refund {
    guard var payment = try wish.payment(in: database), let transaction = payment.transactionID
    else { throw PayError.nothingToRefund }
    if let known = try Refunds.find(wish.outRefundNo, in: database) {
      guard wish.fits(known) else { throw PayError.otherRefund }
      return known
    }
    guard wish.total == payment.order.total else {
      throw PayError.parameter(
        "/amount/total", "it is not what was paid", value: String(wish.total))
    }
    guard wish.amount <= payment.refundable else { throw PayError.tooMuch }
    let refund = Refund(
      refundID: desk.numbers.refund(wish.outRefundNo, at: now), outRefundNo: wish.outRefundNo,
      payment: payment, transactionID: transaction, amount: wish.amount, reason: wish.reason,
      notifyURL: wish.notifyURL, created: now.components.seconds)
    payment.refund(wish.amount)
    try Payments.put(payment, in: database)
    try Refunds.put(refund, in: database)
    return refund
  }
}

/// `GET /v3/refund/domestic/refunds/{number}`.
struct RefundQueryEndpoint: PayEndpoint {
  let desk: PayDesk

  func answer(_ call: Call) async throws -> PayAnswer {
    let number = call.parameters["number"] ?? ""
    guard let refund = try await desk.database.read({ try Refunds.find(number, in: $0) }) else {
      throw PayError.noRefund
    }
    return try .fields(RefundView(refund))
  }
}
