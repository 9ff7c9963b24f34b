/// An order of a merchant and what has become of it.
struct Payment: Codable, Sendable {
  enum State: String, Codable, Sendable {
    case unpaid = "NOTPAY"
    case success = "SUCCESS"
    case refund = "REFUND"
    case closed = "CLOSED"
    case failed = "PAYERROR"
  }

  /// How long a prepay_id lives, in seconds.
  static let prepayLife: Int64 = 7200

  let mchid: String
  let order: PayOrder
  /// Under which the merchant wants to be told.
  let serial: String
  var prepayID: String
  /// When the prepay_id was given out, in seconds since 1970.
  var prepared: Int64
  private(set) var state: State = .unpaid
  private(set) var transactionID: String?
  private(set) var payer: String?
  /// In seconds since 1970.
  private(set) var paid: Int64?
  /// In fen, refunds under way included.
  private(set) var refunded = 0

  init(mchid: String, order: PayOrder, serial: String, prepayID: String, prepared: Int64) {
    self.mchid = mchid
    self.order = order
    self.serial = serial
    self.prepayID = prepayID
    self.prepared = prepared
  }

  var isPaid: Bool { transactionID != nil }

  /// What may be refunded still, in fen.
  var refundable: Int { isPaid ? order.total - refunded : 0 }

  /// An order that was to be paid by now is closed without anybody's doing.
  func state(at now: Int64) -> State {
    guard !isPaid, let expires = order.expires, expires <= now else { return state }
    return .closed
  }

  mutating func pay(by openid: String, as transaction: String, at now: Int64) {
    (state, payer, transactionID, paid) = (.success, openid, transaction, now)
  }

  mutating func fail() {
    state = .failed
  }

  mutating func close() {
    state = .closed
  }

  mutating func refund(_ amount: Int) {
    refunded += amount
    state = .refund
  }
}
