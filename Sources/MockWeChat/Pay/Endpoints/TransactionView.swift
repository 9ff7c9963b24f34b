import MockKit

/// A payment as WeChat Pay tells of it, in answers and in notifications.
struct TransactionView: Encodable {
  private enum CodingKeys: String, CodingKey {
    case appid, mchid, attach, payer, amount
    case outTradeNo = "out_trade_no"
    case transactionID = "transaction_id"
    case tradeType = "trade_type"
    case tradeState = "trade_state"
    case stateText = "trade_state_desc"
    case bank = "bank_type"
    case successTime = "success_time"
    case promotions = "promotion_detail"
  }

  private struct Payer: Encodable {
    let openid: String?
  }

  private struct Amount: Encodable {
    private enum CodingKeys: String, CodingKey {
      case total, currency
      case paid = "payer_total"
      case paidCurrency = "payer_currency"
    }

    let total: Int
    let currency = "CNY"
    let paid: Int?
    let paidCurrency = "CNY"
  }

  private let appid: String
  private let mchid: String
  private let attach: String
  private let outTradeNo: String
  private let transactionID: String?
  private let tradeType: String?
  private let tradeState: String
  private let stateText: String
  private let bank: String?
  private let successTime: String?
  private let payer: Payer
  private let amount: Amount
  private let promotions: [String] = []

  init(_ payment: Payment, at now: Int64) {
    let (order, state) = (payment.order, payment.state(at: now))
    appid = order.appid
    mchid = payment.mchid
    attach = order.attach ?? ""
    outTradeNo = order.outTradeNo
    transactionID = payment.transactionID
    tradeType = payment.isPaid ? order.trade.rawValue : nil
    tradeState = state.rawValue
    stateText = state.text
    bank = payment.isPaid ? "OTHERS" : nil
    successTime = payment.paid.map { ChinaTime.text(.seconds($0)) }
    payer = Payer(openid: payment.payer)
    amount = Amount(total: order.total, paid: payment.isPaid ? order.total : nil)
  }
}

extension Payment.State {
  /// The platform's own words.
  fileprivate var text: String {
    switch self {
    case .unpaid: "订单未支付"
    case .success: "支付成功"
    case .refund: "订单发生过退款，退款详情请查询退款单"
    case .closed: "订单已关闭"
    case .failed: "支付失败"
    }
  }
}
