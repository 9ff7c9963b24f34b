import MockKit

/// `GET /_control/payments?openid=&outTradeNo=`: what is to be paid and what was, the oldest first.
struct PaymentsHandler: Handler {
  private struct List: Encodable {
    let items: [Item]
  }

  private struct Item: Encodable {
    let prepayId: String
    let outTradeNo: String
    let transactionId: String?
    let tradeType: String
    let tradeState: String
    let description: String
    /// In fen.
    let total: Int
    let refunded: Int
    let openid: String?
    /// RFC 3339.
    let prepayExpiresAt: String

    init(_ payment: Payment, at now: Int64) {
      prepayId = payment.prepayID
      outTradeNo = payment.order.outTradeNo
      transactionId = payment.transactionID
      tradeType = payment.order.trade.rawValue
      tradeState = payment.state(at: now).rawValue
      description = payment.order.description
      total = payment.order.total
      refunded = payment.refunded
      openid = payment.payer ?? payment.order.openid
      prepayExpiresAt = ChinaTime.text(.seconds(payment.prepared + Payment.prepayLife))
    }
  }

  let desk: PayDesk

  func answer(_ call: Call) async throws -> Reply {
    let (openid, order) = (call.query["openid"], call.query["outTradeNo"])
    let items = try await desk.database.read { try Payments.all(in: $0) }
      .map { Item($0, at: desk.clock.seconds) }
      .filter { openid == nil || $0.openid == openid }
      .filter { order == nil || $0.outTradeNo == order }
    return try .json(List(items: items))
  }
}
