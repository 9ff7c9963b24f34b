import Foundation
import MockKit
import Mocks
import Testing

@Suite("Refunds of WeChat Pay") struct WeChatPayRefundTests {
  private func pay(_ merchant: Merchant, _ order: String, _ notify: String? = nil) async throws {
    let prepay = try await merchant.prepay(order, notify: notify ?? "http://127.0.0.1:9/n")
    try await merchant.device(prepay, "pay").expect(200)
  }

  @Test("parts are given back up to the whole, each number once")
  func parts() async throws {
    let ear = MerchantEar()
    try await ear.run { merchant, url in
      try await pay(merchant, "REFUND01", url)
      let first = try await merchant.refund("REFUND01", as: "R1", 30)
      #expect(first.status == 200 && first.json["amount"]["refund"].int == 30)
      #expect(first.json["channel"].text == "ORIGINAL")
      let again = try await merchant.refund("REFUND01", as: "R1", 30)
      #expect(again.json["refund_id"] == first.json["refund_id"])
      let other = try await merchant.refund("REFUND01", as: "R1", 31)
      #expect(other.status == 400 && other.json["code"].text == "INVALID_REQUEST")
      let much = try await merchant.refund("REFUND01", as: "R2", 71)
      #expect(much.status == 400 && much.json["code"].text == "INVALID_REQUEST")
      try await merchant.refund("REFUND01", as: "R3", 70).expect(200)
      #expect(try await merchant.refund("REFUND01", as: "R4", 1).status == 400)
      try await merchant.world.settle()
      let refund = try await merchant.call("GET", "/v3/refund/domestic/refunds/R3").json
      #expect(refund["status"].text == "SUCCESS" && !refund["success_time"].text.isEmpty)
      #expect(try await merchant.query("REFUND01").json["trade_state"].text == "REFUND")
      let told = ear.news.filter { $0.event == "REFUND.SUCCESS" }
      #expect(Set(told.map { $0.resource["out_refund_no"].text }) == ["R1", "R3"])
      #expect(told.allSatisfy { $0.isSigned && $0.resource["refund_status"].text == "SUCCESS" })
    }
  }

  @Test("refunds that race give back no more than was paid")
  func race() async throws {
    try await MockWorld.run { world in
      let merchant = try Merchant(world)
      try await pay(merchant, "REFUND02")
      let taken = try await withThrowingTaskGroup(of: Int.self) { group in
        for number in 1...8 {
          group.addTask { try await merchant.refund("REFUND02", as: "R\(number)", 40).status }
        }
        return try await group.reduce(into: 0) { $0 += $1 == 200 ? 1 : 0 }
      }
      #expect(taken == 2)
    }
  }

  @Test("what is not paid or not known cannot be refunded")
  func unpaid() async throws {
    try await MockWorld.run { world in
      let merchant = try Merchant(world)
      _ = try await merchant.prepay("REFUND03")
      for order in ["REFUND03", "NOTHING1"] {
        let answer = try await merchant.refund(order, as: "R1", 1)
        #expect(answer.status == 404 && answer.json["code"].text == "RESOURCE_NOT_EXISTS")
      }
      let refund = try await merchant.call("GET", "/v3/refund/domestic/refunds/R1")
      #expect(refund.status == 404 && refund.json["message"].text == "退款单不存在")
      try await pay(merchant, "REFUND04")
      let total = try await merchant.refund("REFUND04", as: "R2", 1, of: 99)
      #expect(total.status == 400 && total.json["detail"]["field"].text == "/amount/total")
    }
  }
}
