import Foundation
import MockKit

/// `Authorization: WECHATPAY2-SHA256-RSA2048 mchid="…",nonce_str="…",…`.
struct PayAuthorization {
  private static let scheme = "WECHATPAY2-SHA256-RSA2048"
  private static let tolerance: Int64 = 300
  /// How much of a body an error shows, in characters.
  private static let shown = 8

  private let fields: [String: String]

  init(_ header: String?) throws(PayError) {
    let parts = (header ?? "").split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0] == Self.scheme else { throw Self.malformed }
    var fields: [String: String] = [:]
    for pair in parts[1].split(separator: ",") {
      let sides = pair.split(separator: "=", maxSplits: 1)
      guard sides.count == 2 else { throw Self.malformed }
      fields[sides[0].trimmingCharacters(in: .whitespaces)] =
        sides[1].trimmingCharacters(in: CharacterSet(charactersIn: "\" "))
    }
    self.fields = fields
  }

  /// Throws unless the merchant signed just this call, not long ago.
  func check(_ call: Call, keys: PayKeys, clock: MockClock) throws(PayError) {
    let (time, nonce) = (try field("timestamp"), try field("nonce_str"))
    guard try field("mchid") == keys.mchid else {
      throw .sign("商户号有误", field: "mchid", "unknown mchid")
    }
    guard try field("serial_no").uppercased() == keys.merchantSerial else {
      throw .sign("商户证书序列号有误。请使用签名私钥匹配的证书序列号", field: "serial_no", "unknown serial_no")
    }
    guard let seconds = Int64(time), abs(seconds - clock.seconds) <= Self.tolerance else {
      throw .sign(
        "Http头Authorization中的timestamp与发起请求的时间不得超过5分钟", field: "timestamp",
        "timestamp is \(time), now is \(clock.seconds)")
    }
    let message = PayMessage.request(
      call.method, call.target, timestamp: time, nonce: nonce, body: call.body)
    guard keys.merchant.accepts(try field("signature"), of: message) else {
      throw mismatch(of: call, lines: [call.method, call.target, time, nonce], message)
    }
  }

  private func field(_ name: String) throws(PayError) -> String {
    guard let value = fields[name], !value.isEmpty else { throw Self.malformed }
    return value
  }

  private func mismatch(of call: Call, lines: [String], _ message: Data) -> PayError {
    let body = String(decoding: call.body, as: UTF8.self).prefix(Self.shown)
    return PayError(
      401, "SIGN_ERROR", "错误的签名，验签失败",
      detail: PayError.Detail(
        field: "signature", location: "authorization",
        detail: PayError.Detail.Inner(issue: "sign not match"),
        signed: PayError.Detail.Signed(
          method: call.method, url: call.target,
          message: (lines + [String(body)]).map { $0 + "\n" }.joined(), length: message.count)))
  }

  private static var malformed: PayError {
    .sign("Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》", field: "Authorization", "malformed")
  }
}
