import GRDB

/// The body of `POST /v3/refund/domestic/refunds`.
struct RefundBody: Decodable {
  enum CodingKeys: String, CodingKey {
    case reason, amount
    case transactionID = "transaction_id"
    case outTradeNo = "out_trade_no"
    case outRefundNo = "out_refund_no"
    case notifyURL = "notify_url"
  }

  struct Amount: Decodable {
    private enum CodingKeys: String, CodingKey {
      case refund, total, currency
    }

    let refund: Int?
    let total: Int?
    let currency: String?

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: CodingKeys.self)
      refund = try fields.whole(.refund)
      total = try fields.whole(.total)
      currency = try fields.decodeIfPresent(String.self, forKey: .currency)
    }
  }

  let transactionID: String?
  let outTradeNo: String?
  let outRefundNo: String?
  let reason: String?
  let notifyURL: String?
  let amount: Amount?

  /// - Throws: what the platform says of the first field that is not as it should be.
  func wish() throws(PayError) -> RefundWish {
    try PayFields.currency(amount?.currency)
    if transactionID == nil {
      _ = try PayFields.number(outTradeNo, "/out_trade_no", 6...32)
    }
    return RefundWish(
      transactionID: transactionID, outTradeNo: outTradeNo,
      outRefundNo: try PayFields.number(outRefundNo, "/out_refund_no", 1...64),
      reason: try reason.map { text throws(PayError) in
        try PayFields.text(text, "/reason", 1...80)
      },
      notifyURL: try notifyURL.map { text throws(PayError) in
        try PayFields.url(text, "/notify_url")
      },
      amount: try PayFields.amount(amount?.refund, "/amount/refund"),
      total: try PayFields.amount(amount?.total, "/amount/total"))
  }
}

/// What is to be given back, found sound.
struct RefundWish {
  let transactionID: String?
  let outTradeNo: String?
  let outRefundNo: String
  let reason: String?
  let notifyURL: String?
  /// In fen.
  let amount: Int
  let total: Int

  /// The platform's number goes before the merchant's.
  func payment(in database: Database) throws -> Payment? {
    if let transactionID {
      return try Payments.find(transactionID, by: .transaction, in: database)
    }
    return try Payments.find(outTradeNo ?? "", by: .order, in: database)
  }

  /// Whether it is the refund that was asked for before.
  func fits(_ refund: Refund) -> Bool {
    let isSameOrder =
      transactionID.map { $0 == refund.transactionID } ?? (outTradeNo == refund.outTradeNo)
    return isSameOrder && amount == refund.amount && total == refund.total
  }
}
