import Foundation
import MockKit

/// What WeChat Pay says of an order.
struct PayTransaction: Decodable {
  private enum CodingKeys: String, CodingKey {
    case appid, mchid, amount
    case outTradeNo = "out_trade_no"
    case transactionID = "transaction_id"
    case state = "trade_state"
  }

  struct Amount: Decodable {
    let total: Int
  }

  let appid: String
  let mchid: String
  let outTradeNo: String
  let transactionID: String?
  let state: String
  let amount: Amount
}

extension PayClient {
  private struct Order: Encodable {
    private enum CodingKeys: String, CodingKey {
      case appid, mchid, description, amount, payer
      case outTradeNo = "out_trade_no"
      case notifyURL = "notify_url"
    }

    let appid: String
    let mchid: String
    let description: String
    let outTradeNo: String
    let notifyURL: String
    let amount: [String: Int]
    let payer: [String: String]
  }

  private struct Prepaid: Decodable {
    private enum CodingKeys: String, CodingKey {
      case id = "prepay_id"
    }

    let id: String
  }

  private struct Refund: Encodable {
    private enum CodingKeys: String, CodingKey {
      case amount
      case outTradeNo = "out_trade_no"
      case outRefundNo = "out_refund_no"
      case notifyURL = "notify_url"
    }

    struct Amount: Encodable {
      let refund: Int
      let total: Int
      let currency = "CNY"
    }

    let outTradeNo: String
    let outRefundNo: String
    let notifyURL: String
    let amount: Amount
  }

  /// - Returns: the prepay_id.
  func prepay(_ order: MockKit.Order, openid: String) async throws -> String {
    let body = Order(
      appid: appid, mchid: keys.mchid, description: "订单 \(order.orderId)",
      outTradeNo: order.orderId, notifyURL: notifyURL, amount: ["total": order.amount.fen],
      payer: ["openid": openid])
    let answer = try await call(
      "POST", "/v3/pay/transactions/jsapi", try JSONText.data(body))
    return try JSONDecoder().decode(Prepaid.self, from: answer).id
  }

  func find(_ order: String) async throws -> PayTransaction {
    let answer = try await call(
      "GET", "/v3/pay/transactions/out-trade-no/\(order)?mchid=\(keys.mchid)")
    return try JSONDecoder().decode(PayTransaction.self, from: answer)
  }

  func close(_ order: String) async throws {
    _ = try await call(
      "POST", "/v3/pay/transactions/out-trade-no/\(order)/close",
      try JSONText.data(["mchid": keys.mchid]))
  }

  /// An order is refunded once, so its number serves for the refund, too.
  func refund(_ amount: Money, of order: String, total: Money) async throws {
    let body = Refund(
      outTradeNo: order, outRefundNo: "\(order)R", notifyURL: notifyURL,
      amount: Refund.Amount(refund: amount.fen, total: total.fen))
    _ = try await call("POST", "/v3/refund/domestic/refunds", try JSONText.data(body))
  }
}
