import Foundation
import MockKit
import Mocks
import Testing

@Suite("Notifications of WeChat Pay") struct WeChatPayNoticeTests {
  @Test("a payment is told, signed and sealed, once")
  func told() async throws {
    let ear = MerchantEar()
    try await ear.run { merchant, url in
      let prepay = try await merchant.prepay("NOTICE01", total: 777, notify: url)
      try await merchant.device(prepay, "pay").expect(200)
      try await merchant.world.settle()
      let news = try #require(ear.news.first)
      #expect(ear.news.count == 1 && news.isSigned && news.event == "TRANSACTION.SUCCESS")
      #expect(news.resource["out_trade_no"].text == "NOTICE01")
      #expect(news.resource["amount"]["total"].int == 777)
      #expect(news.resource["trade_state"].text == "SUCCESS")
      let notice = try await merchant.notices("NOTICE01")[0]
      #expect(notice["delivered"] == .bool(true) && notice["nextAt"] == .null)
    }
  }

  @Test("it is told again after 15, 15, 30 and 180 seconds until somebody takes it, under one id")
  func retries() async throws {
    let ear = MerchantEar([500, 404, 302, 500])
    try await ear.run { merchant, url in
      let prepay = try await merchant.prepay("NOTICE02", notify: url)
      try await merchant.device(prepay, "pay").expect(200)
      let clock = merchant.world.set.clock
      for (count, pause) in [(1, 15), (2, 15), (3, 30), (4, 180)] {
        try await merchant.world.settle()
        #expect(ear.news.count == count)
        clock.advance(by: .seconds(pause - 5))
        try await merchant.world.settle()
        #expect(ear.news.count == count, "too early")
        clock.advance(by: .seconds(5))
      }
      try await merchant.world.settle()
      clock.advance(by: .seconds(86_400))
      try await merchant.world.settle()
      #expect(ear.news.count == 5 && Set(ear.news.map(\.id)).count == 1)
      #expect(ear.news.allSatisfy { $0.isSigned })
    }
  }

  @Test("it is given up after 16 attempts")
  func givenUp() async throws {
    try await MockWorld.run { world in
      let merchant = try Merchant(world)
      let prepay = try await merchant.prepay("NOTICE03")
      try await merchant.device(prepay, "pay").expect(200)
      for _ in 1...20 {
        try await world.settle()
        world.set.clock.advance(by: .seconds(21_600))
      }
      try await world.settle()
      let notice = try await merchant.notices("NOTICE03")[0]
      #expect(notice["attempts"].list.count == 16 && notice["delivered"] == .bool(false))
      #expect(notice["nextAt"] == .null && !notice["attempts"][0]["error"].text.isEmpty)
    }
  }

  @Test("it can be repeated, delayed, lost and forged")
  func planned() async throws {
    let ear = MerchantEar([401])
    try await ear.run { merchant, url in
      try await merchant.plan(#"{"repeat":2,"delayMs":60000,"drop":1,"forge":1}"#)
      let prepay = try await merchant.prepay("NOTICE04", notify: url)
      try await merchant.device(prepay, "pay").expect(200)
      try await merchant.world.settle()
      #expect(ear.news.isEmpty)
      let clock = merchant.world.set.clock
      clock.advance(by: .seconds(60))
      try await merchant.world.settle()
      #expect(ear.news.isEmpty, "the first attempt is lost")
      clock.advance(by: .seconds(15))
      try await merchant.world.settle()
      #expect(ear.news.map(\.isSigned) == [false, true, true, true])
      let forged = ear.news[0].call.headers["wechatpay-signature"] ?? ""
      #expect(forged.hasPrefix("WECHATPAY/SIGNTEST/"))
      let kinds = try await merchant.notices("NOTICE04")[0]["attempts"].list.map { $0["kind"].text }
      #expect(kinds == ["dropped", "forged", "genuine", "genuine", "genuine"])
    }
  }

  @Test("whoever orders under the public key is told under it")
  func publicKey() async throws {
    let ear = MerchantEar()
    try await ear.run { merchant, url in
      let answer = try await merchant.call(
        "POST", "/v3/pay/transactions/jsapi", Merchant.order("NOTICE05", notify: url),
        headers: [("Wechatpay-Serial", Merchant.publicKeyID)])
      #expect(answer.wire.header("Wechatpay-Serial") == Merchant.publicKeyID)
      try await merchant.device(answer.json["prepay_id"].text, "pay").expect(200)
      try await merchant.world.settle()
      let news = try #require(ear.news.first)
      #expect(news.call.headers["wechatpay-serial"] == Merchant.publicKeyID && news.isSigned)
    }
  }

  @Test("a plan that makes no sense is refused", arguments: [#"{"drop":-1}"#, #"{"repeat":1000}"#])
  func senseless(body: String) async throws {
    try await MockWorld.run { world in
      let answer = try await world.visitor(.wechat).call(
        "PUT", "/_control/payments/notifications", body)
      #expect(answer.outcome == "422 /problems/invalid-request")
    }
  }
}

extension Answer {
  func expect(_ status: Int) { #expect(self.status == status, "\(text)") }
}
