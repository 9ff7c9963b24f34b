import MockKit
import Mocks
import Testing

@Suite("Orders of WeChat Pay") struct WeChatPayOrderTests {
  private static let path = "/v3/pay/transactions/jsapi"

  @Test("an order is made, is not paid, and the same one again is the same")
  func order() async throws {
    try await MockWorld.run { world in
      let merchant = try Merchant(world)
      let prepay = try await merchant.prepay("ORDER001")
      #expect(prepay.count == 36 && prepay.hasPrefix("wx"))
      #expect(try await merchant.prepay("ORDER001") == prepay)
      let query = try await merchant.query("ORDER001")
      #expect(query.json["trade_state"].text == "NOTPAY")
      #expect(query.json["trade_state_desc"].text == "订单未支付")
      #expect(query.json["transaction_id"] == .null)
      let other = try await merchant.call("POST", Self.path, Merchant.order("ORDER001", total: 99))
      #expect(other.status == 403 && other.json["code"].text == "OUT_TRADE_NO_USED")
    }
  }

  @Test(
    "each way to pay has its answer",
    arguments: [
      ("native", "code_url", "weixin://wxpay/bizpayurl?pr=", ""),
      (
        "h5", "h5_url", "https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=wx",
        #","scene_info":{"payer_client_ip":"127.0.0.1"}"#
      ),
      ("app", "prepay_id", "wx", ""),
    ])
  func ways(way: String, field: String, start: String, more: String) async throws {
    try await MockWorld.run { world in
      let answer = try await Merchant(world).call(
        "POST", "/v3/pay/transactions/\(way)", Merchant.order("ORDER002", more: more))
      #expect(answer.json[field].text.hasPrefix(start), "\(answer.text)")
    }
  }

  @Test(
    "a signature that is not the merchant's, or not of this request, is refused with its reason",
    arguments: [
      (Merchant.Signature(signedBody: "{}"), "signature", "sign not match"),
      (Merchant.Signature(mchid: "1900000000"), "mchid", "unknown mchid"),
      (Merchant.Signature(serial: "77"), "serial_no", "unknown serial_no"),
      (Merchant.Signature(age: 301), "timestamp", "timestamp is "),
      (Merchant.Signature(age: -400), "timestamp", "timestamp is "),
    ])
  func signatures(change: Merchant.Signature, field: String, issue: String) async throws {
    try await MockWorld.run { world in
      let answer = try await Merchant(world).call(
        "POST", Self.path, Merchant.order("ORDER003"), change)
      #expect(answer.status == 401 && answer.json["code"].text == "SIGN_ERROR")
      let detail = answer.json["detail"]
      #expect(detail["field"].text == field && detail["location"].text == "authorization")
      #expect(detail["detail"]["issue"].text.hasPrefix(issue))
    }
  }

  @Test("what was signed is shown as the platform shows it, cut short")
  func shown() async throws {
    try await MockWorld.run { world in
      let body = Merchant.order("ORDER004")
      let answer = try await Merchant(world).call(
        "POST", "\(Self.path)?a=%20b", body, Merchant.Signature(signedBody: ""))
      let signed = answer.json["detail"]["sign_information"]
      #expect(signed["url"].text == "\(Self.path)?a=%20b" && signed["method"].text == "POST")
      #expect(signed["truncated_sign_message"].text.hasPrefix("POST\n\(Self.path)?a=%20b\n"))
      #expect(signed["truncated_sign_message"].text.hasSuffix("\n{\"appid\"\n"))
      #expect((signed["sign_message_length"].int ?? 0) > body.utf8.count)
      let none = try await world.visitor(.wechat).call("POST", Self.path, body)
      #expect(none.status == 401 && none.json["detail"]["field"].text == "Authorization")
    }
  }

  @Test(
    "a field that is not as it should be is named",
    arguments: [
      (#""description":"茶""#, #""description":"""#, "/description"),
      (#""total":100"#, #""total":0"#, "/amount/total"),
      (#""total":100"#, #""total":"100""#, "/amount/total"),
      (#""currency":"CNY""#, #""currency":"USD""#, "/amount/currency"),
      ("ORDER005", "ORD 5!", "/out_trade_no"), ("ORDER005", "O5", "/out_trade_no"),
      ("/notify\"", "/notify?a=b\"", "/notify_url"), ("http://", "ftp://", "/notify_url"),
      (#"{"openid":"oPayerAbcdefghijklmnopqrstu1"}"#, "{}", "/payer/openid"),
      (Merchant.mchid, "1900000000", "/mchid"),
      (#""payer":"#, #""time_expire":"2020-01-01T00:00:00+08:00","payer":"#, "/time_expire"),
      (#""payer":"#, #""time_expire":"tomorrow","payer":"#, "/time_expire"),
    ])
  func fields(old: String, new: String, field: String) async throws {
    try await MockWorld.run { world in
      let body = Merchant.order("ORDER005").replacing(old, with: new)
      let answer = try await Merchant(world).call("POST", Self.path, body)
      #expect(answer.status == 400 && answer.json["code"].text == "PARAM_ERROR", "\(answer.text)")
      #expect(answer.json["detail"]["field"].text == field)
      #expect(answer.json["detail"]["location"].text == "body")
    }
  }

  @Test("an app that is not the company's does not fit the merchant")
  func app() async throws {
    try await MockWorld.run { world in
      let body = Merchant.order("ORDER006").replacing(Merchant.appid, with: "wx0000000000000000")
      let answer = try await Merchant(world).call("POST", Self.path, body)
      #expect(answer.status == 400 && answer.json["code"].text == "APPID_MCHID_NOT_MATCH")
    }
  }

  @Test("a closed order cannot be paid, ordered or closed again; an unknown one not at all")
  func close() async throws {
    try await MockWorld.run { world in
      let merchant = try Merchant(world)
      let prepay = try await merchant.prepay("ORDER007")
      let close = "/v3/pay/transactions/out-trade-no/ORDER007/close"
      let body = #"{"mchid":"\#(Merchant.mchid)"}"#
      let closed = try await merchant.call("POST", close, body)
      #expect(closed.status == 204 && closed.wire.body.isEmpty)
      #expect(try await merchant.query("ORDER007").json["trade_state"].text == "CLOSED")
      #expect(try await merchant.call("POST", close, body).json["code"].text == "ORDER_CLOSED")
      let again = try await merchant.call("POST", Self.path, Merchant.order("ORDER007"))
      #expect(again.status == 400 && again.json["code"].text == "ORDER_CLOSED")
      #expect(try await merchant.device(prepay, "pay").outcome == "409 /problems/not-payable")
      let unknown = try await merchant.query("NOTHING1")
      #expect(unknown.status == 404 && unknown.json["code"].text == "ORDER_NOT_EXIST")
    }
  }

  @Test("an order whose time is over is closed, and a prepay_id dies after two hours")
  func expiry() async throws {
    try await MockWorld.run { world in
      let merchant = try Merchant(world)
      let end = ChinaTime.text(world.set.clock.now + .seconds(600))
      let body = Merchant.order("ORDER008", more: #","time_expire":"\#(end)""#)
      let first = try await merchant.call("POST", Self.path, body).json["prepay_id"].text
      let second = try await merchant.prepay("ORDER009")
      world.set.clock.advance(by: .seconds(601))
      #expect(try await merchant.query("ORDER008").json["trade_state"].text == "CLOSED")
      #expect(try await merchant.device(first, "pay").outcome == "409 /problems/not-payable")
      world.set.clock.advance(by: .seconds(7200))
      #expect(try await merchant.device(second, "pay").outcome == "409 /problems/not-payable")
      let renewed = try await merchant.prepay("ORDER009")
      #expect(renewed != second)
      #expect(try await merchant.device(renewed, "pay").status == 200)
    }
  }

  @Test("the next calls fail as they are told to, and only those")
  func errors() async throws {
    try await MockWorld.run { world in
      let merchant = try Merchant(world)
      let control = "/_control/payments/errors"
      try await world.visitor(.wechat).call(
        "PUT", control, #"{"code":"FREQUENCY_LIMITED","count":2}"#)
      for _ in 1...2 { #expect(try await merchant.query("ORDER010").status == 429) }
      #expect(try await merchant.query("ORDER010").status == 404)
      try await world.visitor(.wechat).call("PUT", control, #"{"code":"NOT_ENOUGH"}"#)
      #expect(try await merchant.query("ORDER010").status == 404)
      let refund = try await merchant.refund("ORDER010", as: "R1", 1)
      #expect(refund.status == 403 && refund.json["code"].text == "NOT_ENOUGH")
    }
  }
}
