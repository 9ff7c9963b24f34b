import Foundation
import MockKit
import Mocks
import Testing

@Suite("Paying with WeChat on the phone") struct WeChatPayDeviceTests {
  private func request(
    _ merchant: Merchant, _ prepay: String, appid: String = Merchant.appid
  ) throws -> String {
    let lines = [appid, "1763800000", "nonce", "prepay_id=\(prepay)"]
    let sign = try merchant.signer.sign(PayMessage.lines(lines))
    return
      #"{"request":{"timeStamp":"1763800000","nonceStr":"nonce","package":"prepay_id=\#(prepay)","signType":"RSA","paySign":"\#(sign)"}}"#
  }

  @Test("what the merchant signed is paid, once, and the order tells so")
  func pays() async throws {
    try await MockWorld.run { world in
      let merchant = try Merchant(world)
      let prepay = try await merchant.prepay("DEVICE01", total: 250)
      let paid = try await merchant.device(prepay, "pay", try request(merchant, prepay))
      #expect(paid.json["errMsg"].text == "requestPayment:ok", "\(paid.text)")
      let query = try await merchant.query("DEVICE01").json
      #expect(query["trade_state"].text == "SUCCESS" && query["trade_type"].text == "JSAPI")
      #expect(query["payer"]["openid"].text == "oPayerAbcdefghijklmnopqrstu1")
      #expect(query["amount"]["total"].int == 250)
      let number = query["transaction_id"].text
      #expect(number.count == 28 && number == paid.json["transactionId"].text)
      let byNumber = try await merchant.call(
        "GET", "/v3/pay/transactions/id/\(number)?mchid=\(Merchant.mchid)")
      #expect(byNumber.json == query)
      #expect(try await merchant.device(prepay, "pay").outcome == "409 /problems/not-payable")
      let again = try await merchant.call(
        "POST", "/v3/pay/transactions/jsapi", Merchant.order("DEVICE01", total: 250))
      #expect(again.status == 400 && again.json["code"].text == "ORDERPAID")
      let close = try await merchant.call(
        "POST", "/v3/pay/transactions/out-trade-no/DEVICE01/close",
        #"{"mchid":"\#(Merchant.mchid)"}"#)
      #expect(close.status == 400 && close.json["code"].text == "ORDERPAID")
    }
  }

  @Test("a paySign over anything else is refused, and nothing is paid")
  func paySign() async throws {
    try await MockWorld.run { world in
      let merchant = try Merchant(world)
      let (prepay, other) = (
        try await merchant.prepay("DEVICE02"), try await merchant.prepay("DEVICE03")
      )
      let bodies = [
        try request(merchant, prepay, appid: "wx0000000000000000"),
        try request(merchant, other),
        try request(merchant, prepay).replacing("\"RSA\"", with: "\"MD5\""),
        try request(merchant, prepay).replacing("\"nonce\"", with: "\"ecnon\""),
      ]
      for body in bodies {
        let answer = try await merchant.device(prepay, "pay", body)
        #expect(answer.outcome == "422 /problems/payment-refused", "\(body)")
      }
      #expect(try await merchant.query("DEVICE02").json["trade_state"].text == "NOTPAY")
    }
  }

  @Test("nobody pays for somebody else; one who cancels or has too little may pay later")
  func others() async throws {
    try await MockWorld.run { world in
      let merchant = try Merchant(world)
      let prepay = try await merchant.prepay("DEVICE04")
      let other = try await merchant.device(prepay, "pay", #"{"openid":"oOther"}"#)
      #expect(other.outcome == "403 /problems/other-payer")
      let cancelled = try await merchant.device(prepay, "cancel")
      #expect(cancelled.json["errMsg"].text == "requestPayment:fail cancel")
      #expect(try await merchant.query("DEVICE04").json["trade_state"].text == "NOTPAY")
      #expect(try await merchant.device(prepay, "fail").status == 200)
      #expect(try await merchant.query("DEVICE04").json["trade_state"].text == "PAYERROR")
      #expect(try await merchant.device(prepay, "pay").status == 200)
      #expect(
        try await merchant.device("wx0", "pay").outcome == "404 /problems/payment-not-found")
    }
  }

  @Test("what waits for somebody is listed under whose it is")
  func list() async throws {
    try await MockWorld.run { world in
      let merchant = try Merchant(world)
      let prepay = try await merchant.prepay("DEVICE05")
      let wechat = world.visitor(.wechat)
      let own = try await wechat.call(
        "GET", "/_control/payments?openid=oPayerAbcdefghijklmnopqrstu1"
      ).json["items"]
      #expect(own[0]["prepayId"].text == prepay && own[0]["tradeState"].text == "NOTPAY")
      let none = try await wechat.call("GET", "/_control/payments?openid=oOther").json["items"]
      #expect(none == .list([]))
    }
  }
}
