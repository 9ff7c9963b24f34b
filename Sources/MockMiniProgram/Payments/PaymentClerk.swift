import MockKit

/// Sees to it that what was paid with WeChat and what the shop says of it agree in the end, whichever
/// notification is lost or comes twice.
struct PaymentClerk: Sendable {
  /// How long after a payment began the platform is asked, and how long after that again.
  static let patience: Duration = .seconds(30)
  private static let pause: Duration = .seconds(2)

  let shop: Shop
  let pay: PayClient

  /// - Returns: when to look again.
  func run() async -> Duration? {
    do {
      var hasFailed = false
      for record in try await shop.database.read({ try WeChatPayments.open(in: $0) }) {
        do {
          try await advance(record)
        } catch {
          hasFailed = true
        }
      }
      return hasFailed ? shop.clock.now + Self.pause : try await nextCheck()
    } catch {
      return shop.clock.now + Self.pause
    }
  }

  private func nextCheck() async throws -> Duration? {
    let open = try await shop.database.read { try WeChatPayments.open(in: $0) }
    return open.map(\.check).min().map { max(.milliseconds($0), shop.clock.now + Self.pause) }
  }

  private func advance(_ record: WeChatPayments.Record) async throws {
    switch (record.transactionID, record.order) {
    case (nil, .created): try await ask(record)
    case (nil, _): try await close(record)
    case (_, .created): try await shop.credit(record.orderId)
    case (_, .cancelled): try await refund(record, record.amount)
    case (_, .refunded): try await refund(record, record.toRefund)
    default: break
    }
  }

  private func ask(_ record: WeChatPayments.Record) async throws {
    let now = shop.clock.now
    guard record.check <= Int64(now / .milliseconds(1)) else { return }
    try await take(try await pay.find(record.orderId))
    try await shop.database.write {
      try WeChatPayments.postpone(record.orderId, to: now + Self.patience, in: $0)
    }
  }

  /// So that nobody pays an order that is cancelled, or paid in another way.
  private func close(_ record: WeChatPayments.Record) async throws {
    do {
      try await pay.close(record.orderId)
    } catch let refusal as PayRefusal {
      guard refusal.code != "ORDERPAID" else {
        try await take(try await pay.find(record.orderId))
        return
      }
      guard ["ORDER_CLOSED", "ORDER_NOT_EXIST"].contains(refusal.code) else { throw refusal }
    }
    try await shop.database.write { try WeChatPayments.close(record.orderId, in: $0) }
  }

  private func refund(_ record: WeChatPayments.Record, _ amount: Money) async throws {
    try await pay.refund(amount, of: record.orderId, total: record.amount)
    try await shop.database.write {
      try WeChatPayments.noteRefund(amount, of: record.orderId, in: $0)
    }
  }

  /// Takes what the platform says of a payment; what is not paid, or not as it was asked, is none.
  ///
  /// - Returns: whether it is a payment of this shop.
  @discardableResult
  func take(_ transaction: PayTransaction) async throws -> Bool {
    let order = transaction.outTradeNo
    guard ["SUCCESS", "REFUND"].contains(transaction.state),
      let number = transaction.transactionID,
      transaction.appid == pay.appid, transaction.mchid == pay.keys.mchid
    else { return false }
    let time = shop.clock.timestamp
    let isOwn = try await shop.database.write { database in
      guard let record = try WeChatPayments.find(order, in: database),
        record.amount.fen == transaction.amount.total
      else { return false }
      try WeChatPayments.note(number, of: order, at: time, in: database)
      return true
    }
    if isOwn { try await shop.credit(order) }
    return isOwn
  }
}
