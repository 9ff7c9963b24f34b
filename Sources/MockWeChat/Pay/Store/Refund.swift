/// What a merchant gives back of a payment.
struct Refund: Codable, Sendable {
  enum State: String, Codable, Sendable {
    case processing = "PROCESSING"
    case success = "SUCCESS"
  }

  let refundID: String
  let outRefundNo: String
  let outTradeNo: String
  let transactionID: String
  let reason: String?
  let notifyURL: String?
  /// In fen.
  let total: Int
  let amount: Int
  /// In seconds since 1970.
  let created: Int64
  private(set) var succeeded: Int64?

  init(
    refundID: String, outRefundNo: String, payment: Payment, transactionID: String, amount: Int,
    reason: String?, notifyURL: String?, created: Int64
  ) {
    self.refundID = refundID
    self.outRefundNo = outRefundNo
    self.transactionID = transactionID
    self.reason = reason
    self.notifyURL = notifyURL
    self.amount = amount
    self.created = created
    outTradeNo = payment.order.outTradeNo
    total = payment.order.total
  }

  var state: State { succeeded == nil ? .processing : .success }

  mutating func succeed(at now: Int64) {
    succeeded = now
  }
}
