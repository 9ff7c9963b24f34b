import Foundation
import MockKit

/// `POST /api/orders/{id}/payment`: what the mini-program hands to `wx.requestPayment`.
struct BeginPaymentHandler: Handler {
  private struct Request: Encodable {
    let timeStamp: String
    let nonceStr: String
    let package: String
    let signType = "RSA"
    let paySign: String
  }

  let clerk: PaymentClerk

  func answer(_ call: Call) async throws -> Reply {
    let (shop, pay) = (clerk.shop, clerk.pay)
    let (order, openid) = try await shop.payable(call.parameters["id"] ?? "", for: call)
    // Before it is asked for, so that whatever is paid finds the order.
    try await shop.database.write { database in
      try WeChatPayments.begin(
        order.orderId, amount: order.amount, check: shop.clock.now + PaymentClerk.patience,
        in: database)
    }
    let package = "prepay_id=\(try await pay.prepay(order, openid: openid))"
    let (time, nonce) = (String(shop.clock.seconds), Hexadecimal.random(bytes: 16))
    shop.chores.payments.wake()
    return try .json(
      Request(
        timeStamp: time, nonceStr: nonce, package: package,
        paySign: try pay.sign(PayMessage.lines([pay.appid, time, nonce, package]))),
      status: 201)
  }
}

/// `GET /api/orders/{id}/payment`: what became of it.
struct ShowPaymentHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    try .json(try await shop.payment(of: call.parameters["id"] ?? "", for: call))
  }
}
