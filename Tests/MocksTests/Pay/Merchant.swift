import Foundation
import MockKit
import Mocks
import Testing

/// A merchant's backend: signs what it asks and checks what it is answered.
struct Merchant: Sendable {
  static let mchid = "1900009191"
  static let appid = "wx1f2e3d4c5b6a7980"
  static let serial = "5C0D3A61F7B24E9A8C1E4D7F60B2A9358E71C4D3"
  static let publicKeyID = "PUB_KEY_ID_0119000091912020010100000000000001"

  let world: MockWorld
  let signer: PaySigner
  let byCertificate: PayVerifier
  let byPublicKey: PayVerifier

  init(_ world: MockWorld) throws {
    self.world = world
    let files = try MockWorld.options.wechatFiles
    func text(_ name: String) throws -> String {
      String(decoding: try #require(files[name]), as: UTF8.self)
    }
    signer = try PaySigner(pem: text("apiclient_key.pem"))
    byCertificate = try PayVerifier(pem: text("wechatpay_cert.pem"))
    byPublicKey = try PayVerifier(pem: text("pub_key.pem"))
  }

  /// What is put right into the `Authorization` unless told otherwise.
  struct Signature {
    var mchid = Merchant.mchid
    var serial = Merchant.serial
    var age: Int64 = 0
    var signedBody: String?
  }

  func call(
    _ method: String, _ target: String, _ body: String = "", _ change: Signature = Signature(),
    headers: [(String, String)] = []
  ) async throws -> Answer {
    let time = String(world.set.clock.seconds - change.age)
    let nonce = Hexadecimal.random(bytes: 16)
    let signature = try signer.sign(
      PayMessage.request(
        method, target, timestamp: time, nonce: nonce,
        body: Data((change.signedBody ?? body).utf8)))
    let authorization =
      "WECHATPAY2-SHA256-RSA2048 mchid=\"\(change.mchid)\",nonce_str=\"\(nonce)\","
      + "signature=\"\(signature)\",timestamp=\"\(time)\",serial_no=\"\(change.serial)\""
    let answer = try await world.visitor(.wechat).call(
      method, target, body, headers: [("Authorization", authorization)] + headers)
    #expect(isSigned(answer))
    return answer
  }

  func isSigned(_ answer: Answer) -> Bool {
    func header(_ name: String) -> String { answer.wire.header("Wechatpay-\(name)") ?? "" }
    let message = PayMessage.answer(
      timestamp: header("Timestamp"), nonce: header("Nonce"), body: answer.wire.body)
    let key = header("Serial") == Self.publicKeyID ? byPublicKey : byCertificate
    return key.accepts(header("Signature"), of: message)
  }

  static func order(
    _ number: String, total: Int = 100, openid: String = "oPayerAbcdefghijklmnopqrstu1",
    notify: String = "http://127.0.0.1:9/notify", more: String = ""
  ) -> String {
    #"{"appid":"\#(appid)","mchid":"\#(mchid)","description":"茶","out_trade_no":"\#(number)","notify_url":"\#(notify)","amount":{"total":\#(total),"currency":"CNY"},"payer":{"openid":"\#(openid)"}\#(more)}"#
  }

  func prepay(_ number: String, total: Int = 100, notify: String = "http://127.0.0.1:9/notify")
    async throws -> String
  {
    let answer = try await call(
      "POST", "/v3/pay/transactions/jsapi", Self.order(number, total: total, notify: notify))
    try #require(answer.status == 200, "\(answer.text)")
    return answer.json["prepay_id"].text
  }

  func query(_ number: String) async throws -> Answer {
    try await call("GET", "/v3/pay/transactions/out-trade-no/\(number)?mchid=\(Self.mchid)")
  }

  func refund(_ order: String, as number: String, _ amount: Int, of total: Int = 100) async throws
    -> Answer
  {
    try await call(
      "POST", "/v3/refund/domestic/refunds",
      #"{"out_trade_no":"\#(order)","out_refund_no":"\#(number)","amount":{"refund":\#(amount),"total":\#(total),"currency":"CNY"}}"#
    )
  }

  /// What the payer's phone does.
  func device(_ prepay: String, _ action: String, _ body: String = "") async throws -> Answer {
    try await world.visitor(.wechat).call("POST", "/_control/payments/\(prepay)/\(action)", body)
  }

  func plan(_ body: String) async throws {
    let answer = try await world.visitor(.wechat).call(
      "PUT", "/_control/payments/notifications", body)
    #expect(answer.status == 200, "\(answer.text)")
  }

  /// What the platform says of its attempts.
  func notices(_ number: String) async throws -> JSON {
    try await world.visitor(.wechat)
      .call("GET", "/_control/payments/notifications?outTradeNo=\(number)").json["items"]
  }
}
