import Foundation
import MockKit

/// `POST /_wechat/pay-notify`: what WeChat Pay tells. It may come twice, late or from somebody else.
struct PayNotifyHandler: Handler {
  private struct Body: Decodable {
    private enum CodingKeys: String, CodingKey {
      case resource
      case event = "event_type"
    }

    struct Resource: Decodable {
      private enum CodingKeys: String, CodingKey {
        case ciphertext, nonce
        case associatedData = "associated_data"
      }

      let ciphertext: String
      let nonce: String
      let associatedData: String
    }

    let event: String
    let resource: Resource
  }

  private struct Refunded: Decodable {
    private enum CodingKeys: String, CodingKey {
      case outTradeNo = "out_trade_no"
      case status = "refund_status"
    }

    let outTradeNo: String
    let status: String
  }

  private struct Refusal: Encodable {
    let code = "FAIL"
    let message: String
  }

  let clerk: PaymentClerk

  func answer(_ call: Call) async throws -> Reply {
    func header(_ name: String) -> String { call.headers["wechatpay-\(name)"] ?? "" }
    guard
      clerk.pay.accepts(
        timestamp: header("timestamp"), nonce: header("nonce"), signature: header("signature"),
        body: call.body)
    else { return try .json(Refusal(message: "The signature is not WeChat Pay's."), status: 401) }
    guard let body = try? call.decode(Body.self),
      let text = clerk.pay.keys.cipher.open(
        body.resource.ciphertext, nonce: body.resource.nonce,
        associatedData: body.resource.associatedData),
      try await take(body.event, text)
    else { return try .json(Refusal(message: "This is not about a payment here."), status: 400) }
    return .empty()
  }

  private func take(_ event: String, _ text: Data) async throws -> Bool {
    if event == "TRANSACTION.SUCCESS" {
      return try await clerk.take(try JSONDecoder().decode(PayTransaction.self, from: text))
    }
    let refund = try JSONDecoder().decode(Refunded.self, from: text)
    guard event == "REFUND.SUCCESS", refund.status == "SUCCESS" else { return false }
    let time = clerk.shop.clock.timestamp
    try await clerk.shop.database.write {
      try WeChatPayments.noteRefunded(refund.outTradeNo, at: time, in: $0)
    }
    return true
  }
}
