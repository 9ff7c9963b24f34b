import MockKit

/// A refund as WeChat Pay answers it.
struct RefundView: Encodable {
  private enum CodingKeys: String, CodingKey {
    case channel, status, amount
    case refundID = "refund_id"
    case outRefundNo = "out_refund_no"
    case transactionID = "transaction_id"
    case outTradeNo = "out_trade_no"
    case account = "user_received_account"
    case successTime = "success_time"
    case createTime = "create_time"
    case funds = "funds_account"
    case promotions = "promotion_detail"
  }

  private struct Amount: Encodable {
    private enum CodingKeys: String, CodingKey {
      case total, refund, currency
      case paid = "payer_total"
      case paidBack = "payer_refund"
      case settled = "settlement_total"
      case settledBack = "settlement_refund"
      case discount = "discount_refund"
    }

    let total: Int
    let refund: Int
    let currency = "CNY"
    let paid: Int
    let paidBack: Int
    let settled: Int
    let settledBack: Int
    let discount = 0
  }

  private let refundID: String
  private let outRefundNo: String
  private let transactionID: String
  private let outTradeNo: String
  private let channel = "ORIGINAL"
  private let account = "支付用户零钱"
  private let successTime: String?
  private let createTime: String
  private let status: String
  private let funds = "AVAILABLE"
  private let amount: Amount
  private let promotions: [String] = []

  init(_ refund: Refund) {
    refundID = refund.refundID
    outRefundNo = refund.outRefundNo
    transactionID = refund.transactionID
    outTradeNo = refund.outTradeNo
    successTime = refund.succeeded.map { ChinaTime.text(.seconds($0)) }
    createTime = ChinaTime.text(.seconds(refund.created))
    status = refund.state.rawValue
    amount = Amount(
      total: refund.total, refund: refund.amount, paid: refund.total, paidBack: refund.amount,
      settled: refund.total, settledBack: refund.amount)
  }
}

/// A refund as a notification tells of it.
struct RefundNews: Encodable {
  private enum CodingKeys: String, CodingKey {
    case mchid, amount
    case transactionID = "transaction_id"
    case outTradeNo = "out_trade_no"
    case refundID = "refund_id"
    case outRefundNo = "out_refund_no"
    case status = "refund_status"
    case successTime = "success_time"
    case account = "user_received_account"
  }

  private struct Amount: Encodable {
    private enum CodingKeys: String, CodingKey {
      case total, refund
      case paid = "payer_total"
      case paidBack = "payer_refund"
    }

    let total: Int
    let refund: Int
    let paid: Int
    let paidBack: Int
  }

  private let mchid: String
  private let transactionID: String
  private let outTradeNo: String
  private let refundID: String
  private let outRefundNo: String
  private let status: String
  private let successTime: String?
  private let account = "支付用户零钱"
  private let amount: Amount

  init(_ refund: Refund, mchid: String) {
    self.mchid = mchid
    transactionID = refund.transactionID
    outTradeNo = refund.outTradeNo
    refundID = refund.refundID
    outRefundNo = refund.outRefundNo
    status = refund.state.rawValue
    successTime = refund.succeeded.map { ChinaTime.text(.seconds($0)) }
    amount = Amount(
      total: refund.total, refund: refund.amount, paid: refund.total, paidBack: refund.amount)
  }
}
