import Foundation
import MockKit
import Mocks
import Testing

@Suite("Paying an order with WeChat") struct MiniProgramPaymentTests {
  /// What the mini-program hands to `wx.requestPayment`, and the id in it.
  private func begin(_ customer: Customer, _ order: String) async throws -> (JSON, prepay: String) {
    let answer = try await customer.mini.call("POST", "/api/orders/\(order)/payment")
    try #require(answer.status == 201, "\(answer.text)")
    return (answer.json, String(answer.json["package"].text.dropFirst("prepay_id=".count)))
  }

  private func pay(_ customer: Customer, _ order: String) async throws {
    let (request, prepay) = try await begin(customer, order)
    let fields = ["timeStamp", "nonceStr", "package", "signType", "paySign"]
      .map { "\"\($0)\":\"\(request[$0].text)\"" }.joined(separator: ",")
    try await Merchant(customer.world).device(prepay, "pay", "{\"request\":{\(fields)}}").expect(
      200)
  }

  private func payment(_ customer: Customer, _ order: String) async throws -> JSON {
    try await customer.mini.call("GET", "/api/orders/\(order)/payment").json
  }

  @Test(
    "what is paid on the phone is paid on both platforms, earns once and is given back",
    arguments: ShopSide.allCases)
  func whole(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let order = try await customer.order(on: side)
      try await pay(customer, order)
      try await world.settle()
      for side in ShopSide.allCases {
        #expect(try await customer.show(order, on: side)["status"].text == "paid")
        #expect(try await customer.points(on: side)["balance"].int == 31)
      }
      #expect(try await payment(customer, order)["status"].text == "paid")
      try await customer.act("refund", on: order, at: side).expect(200)
      try await world.settle()
      let refunded = try await payment(customer, order)
      #expect(refunded["status"].text == "refunded", "\(refunded)")
      #expect(refunded["refundedAmount"] == refunded["amount"])
      #expect(try await Merchant(world).query(order).json["trade_state"].text == "REFUND")
      #expect(try await customer.points(on: .web)["balance"].int == 0)
    }
  }

  @Test(
    "a notification that comes twice, late, forged or never leads to one payment",
    arguments: [#"{"repeat":3}"#, #"{"forge":2}"#, #"{"drop":100}"#, #"{"delayMs":600000}"#])
  func notifications(plan: String) async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let merchant = try Merchant(world)
      try await merchant.plan(plan)
      let order = try await customer.order(on: .mini)
      try await pay(customer, order)
      try await world.settle()
      world.set.clock.advance(by: .seconds(31))
      try await eventually {
        try await world.settle()
        let status = try await customer.show(order, on: .web)["status"].text
        return status == "paid" ? true : nil
      }
      #expect(try await customer.points(on: .mini)["balance"].int == 31)
      let attempts = try await merchant.notices(order)[0]["attempts"].list
      #expect(
        attempts.filter { $0["kind"].text == "forged" }.allSatisfy { $0["status"].int == 401 })
    }
  }

  @Test("an order that is cancelled can no longer be paid on the phone")
  func cancelled() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let order = try await customer.order(on: .mini)
      let (_, prepay) = try await begin(customer, order)
      try await customer.act("cancel", on: order, at: .mini).expect(200)
      try await world.settle()
      let merchant = try Merchant(world)
      #expect(try await merchant.device(prepay, "pay").outcome == "409 /problems/not-payable")
      #expect(try await payment(customer, order)["status"].text == "closed")
      let again = try await customer.mini.call("POST", "/api/orders/\(order)/payment")
      #expect(again.outcome == "409 /problems/not-payable")
    }
  }

  @Test("who has not begun to pay, or asks for somebody else's order, is told so")
  func unknown() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let order = try await customer.order(on: .mini)
      let own = try await customer.mini.call("GET", "/api/orders/\(order)/payment")
      #expect(own.outcome == "404 /problems/payment-not-found")
      let other = try await Customer.join(world, "13912345679")
      let others = try await other.mini.call("POST", "/api/orders/\(order)/payment")
      #expect(others.outcome == "404 /problems/order-not-found")
      let forged = try await world.visitor(.mini).call("POST", "/_wechat/pay-notify", "{}")
      #expect(forged.status == 401)
    }
  }
}
