/// What a merchant asks to be paid, found sound.
struct PayOrder: Codable, Sendable, Equatable {
  enum Trade: String, Codable, Sendable {
    case jsapi = "JSAPI"
    case native = "NATIVE"
    case h5 = "MWEB"
    case app = "APP"
  }

  let trade: Trade
  let appid: String
  let description: String
  let outTradeNo: String
  /// In seconds since 1970.
  let expires: Int64?
  let attach: String?
  let notifyURL: String
  /// In fen.
  let total: Int
  /// Who is to pay; nothing where anybody may.
  let openid: String?
}
