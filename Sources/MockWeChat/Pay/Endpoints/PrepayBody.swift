/// The body of an order, in all its ways.
struct PrepayBody: Decodable {
  enum CodingKeys: String, CodingKey {
    case appid, mchid, description, attach, amount, payer
    case outTradeNo = "out_trade_no"
    case timeExpire = "time_expire"
    case notifyURL = "notify_url"
    case scene = "scene_info"
  }

  struct Amount: Decodable {
    private enum CodingKeys: String, CodingKey {
      case total, currency
    }

    let total: Int?
    let currency: String?

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: CodingKeys.self)
      total = try fields.whole(.total)
      currency = try fields.decodeIfPresent(String.self, forKey: .currency)
    }
  }

  struct Payer: Decodable {
    let openid: String?
  }

  struct Scene: Decodable {
    enum CodingKeys: String, CodingKey {
      case address = "payer_client_ip"
    }

    let address: String?
  }

  let appid: String?
  let mchid: String?
  let description: String?
  let outTradeNo: String?
  let timeExpire: String?
  let attach: String?
  let notifyURL: String?
  let amount: Amount?
  let payer: Payer?
  let scene: Scene?

  /// - Throws: what the platform says of the first field that is not as it should be.
  func order(_ trade: PayOrder.Trade) throws(PayError) -> PayOrder {
    if trade == .h5 {
      _ = try PayFields.text(scene?.address, "/scene_info/payer_client_ip", 1...45)
    }
    try PayFields.currency(amount?.currency)
    return PayOrder(
      trade: trade, appid: try PayFields.text(appid, "/appid", 1...32),
      description: try PayFields.text(description, "/description", 1...127),
      outTradeNo: try PayFields.number(outTradeNo, "/out_trade_no", 6...32),
      expires: try PayFields.moment(timeExpire, "/time_expire"),
      attach: try attach.map { text throws(PayError) in
        text.isEmpty ? text : try PayFields.text(text, "/attach", 1...128)
      },
      notifyURL: try PayFields.url(notifyURL, "/notify_url"),
      total: try PayFields.amount(amount?.total, "/amount/total"),
      openid: trade == .jsapi ? try PayFields.text(payer?.openid, "/payer/openid", 1...128) : nil)
  }
}
