import Foundation
import GRDB

/// What the mini-program's payments need of the shop.
extension Shop {
  /// An order of whoever asks that waits to be paid, and the WeChat user who is to pay it.
  package func payable(_ id: String, for call: Call) async throws -> (order: Order, openid: String)
  {
    let order = try await ownOrder(id, for: call)
    guard order.status == .created else {
      throw OrderError.notPossible(.pay, order: id, status: order.status)
    }
    let openid = try await database.read { database in
      guard try !Orders.isOverdue(id, now: clock.now, in: database) else {
        throw OrderError.overdue(order: id)
      }
      return try Bindings.openid(of: order.memberId, in: database)
    }
    guard let openid else { throw PaymentError.noUser }
    return (order, openid)
  }

  /// What became of the payment of an order of whoever asks.
  package func payment(of id: String, for call: Call) async throws -> WeChatPayment {
    let record = try await read(as: call) { database, member in
      _ = try Orders.find(id, of: member, in: database)
      return try WeChatPayments.find(id, in: database)
    }
    guard let record else { throw PaymentError.notBegun(order: id) }
    return WeChatPayment(record)
  }

  /// Has the platform where the order was made take it as paid. An order that is past being paid stays
  /// what it is.
  package func credit(_ id: String) async throws {
    let order = try await database.read { try Orders.find(id, in: $0) }
    guard order.status == .created else { return }
    let call = Call(
      method: "POST", path: "/api/orders/\(id)/pay", query: [:], headers: [:], parameters: [:],
      body: Data(), trace: Traceparent(nil))
    do {
      _ = try await change(order, .pay, memberId: nil, for: call)
    } catch is OrderError {
      return
    }
  }
}

extension ShopChange {
  /// Tells whoever looks after payments, where the order is one that somebody began to pay.
  func wakePayments(of order: Order) throws {
    guard side == .mini, order.status != .created,
      try WeChatPayments.find(order.orderId, in: database) != nil
    else { return }
    let chore = shop.desk.chores.payments
    database.afterNextTransaction { _ in chore.wake() }
  }
}
