import MockKit
import Mocks
import Testing

@Suite("What WeChat Pay refuses") struct WeChatPayRefusalTests {
  private static let path = "/v3/pay/transactions/jsapi"

  @Test(
    "a path that is not there, or takes another method, is told in the form of WeChat Pay, signed",
    arguments: [
      ("GET", "/v3/pay/transactions/jsapi", 405, "METHOD_NOT_ALLOWED"),
      ("POST", "/v3/pay/nosuch", 404, "RESOURCE_NOT_EXISTS"),
      ("DELETE", "/v3/refund/domestic/refunds/R1", 405, "METHOD_NOT_ALLOWED"),
    ])
  func unknownPath(method: String, path: String, status: Int, code: String) async throws {
    try await MockWorld.run { world async throws in
      let answer = try await Merchant(world).call(method, path)
      #expect(answer.status == status && answer.json["code"].text == code, "\(answer.text)")
      #expect(!answer.json["message"].text.isEmpty)
    }
  }

  @Test("an order is only for the app's own users")
  func payer() async throws {
    try await MockWorld.run { world async throws in
      let merchant = try Merchant(world)
      for openid in ["anybody", "oShort"] {
        let answer = try await merchant.call(
          "POST", Self.path, Merchant.order("PAYER001", openid: openid))
        #expect(answer.status == 400 && answer.json["code"].text == "PARAM_ERROR")
        #expect(answer.json["detail"]["field"].text == "/payer/openid")
      }
      _ = try await merchant.prepay("PAYER001")
    }
  }

  @Test("an amount that is none is told with its field and what it may be")
  func amounts() async throws {
    try await MockWorld.run { world async throws in
      let merchant = try Merchant(world)
      let large = try await merchant.call(
        "POST", Self.path, Merchant.order("AMOUNT01", total: 1_000_000_000_000_000_000))
      #expect(large.json["detail"]["issue"].text.contains("1 to 1000000000 fen"))
      let half = Merchant.order("AMOUNT01").replacing(#""total":100"#, with: #""total":1.5"#)
      let answer = try await merchant.call("POST", Self.path, half)
      #expect(answer.status == 400 && answer.json["detail"]["field"].text == "/amount/total")
    }
  }
}
