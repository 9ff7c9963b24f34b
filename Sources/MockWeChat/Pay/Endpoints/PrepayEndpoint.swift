import Foundation
import GRDB
import MockKit

/// `POST /v3/pay/transactions/{jsapi|native|h5|app}`.
struct PrepayEndpoint: PayEndpoint {
  let trade: PayOrder.Trade
  let desk: PayDesk

  func answer(_ call: Call) async throws -> PayAnswer {
    let body = try PayFields.decode(PrepayBody.self, of: call)
    let order = try body.order(trade)
    try desk.check(mchid: body.mchid)
    try desk.checkPayer(of: order)
    let now = desk.clock.now
    if let expires = order.expires, expires <= now.components.seconds {
      throw PayError.parameter("/time_expire", "the time is over", value: body.timeExpire)
    }
    let serial = desk.keys.signing(for: call.headers["wechatpay-serial"]).serial
    let payment = try await desk.change { database in
      try prepare(order, serial: serial, at: now, in: database)
    }
    return try .fields([trade.field: answer(payment)])
  }

  /// The same order may be sent again as long as it is not paid; any other one needs a new number.
  private func prepare(
    _ order: PayOrder, serial: String, at now: Duration, in database: Database
  ) throws -> Payment {
    let seconds = now.components.seconds
    let known = try Payments.find(order.outTradeNo, by: .order, in: database)
    if let known { try check(known, is: order, at: seconds) }
    if let known, seconds - known.prepared < Payment.prepayLife { return known }
    let id = desk.numbers.prepay(order.outTradeNo, at: now)
    var payment =
      known
      ?? Payment(
        mchid: desk.keys.mchid, order: order, serial: serial, prepayID: id, prepared: seconds)
    (payment.prepayID, payment.prepared) = (id, seconds)
    try Payments.put(payment, in: database)
    return payment
  }

  private func check(_ known: Payment, is order: PayOrder, at now: Int64) throws(PayError) {
    guard !known.isPaid else { throw .paid }
    guard known.state(at: now) != .closed else { throw .closed }
    guard known.order == order else { throw .otherOrder }
  }

  private func answer(_ payment: Payment) -> String {
    switch trade {
    case .jsapi, .app: payment.prepayID
    case .native: "weixin://wxpay/bizpayurl?pr=\(payment.prepayID.suffix(26).prefix(10))zz"
    case .h5:
      "https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=\(payment.prepayID)"
    }
  }
}

extension PayOrder.Trade {
  /// Of the answer.
  fileprivate var field: String {
    switch self {
    case .jsapi, .app: "prepay_id"
    case .native: "code_url"
    case .h5: "h5_url"
    }
  }
}

extension PayDesk {
  /// The app's own user, where the order is for one.
  fileprivate func checkPayer(of order: PayOrder) throws(PayError) {
    guard let app = apps.find(order.appid) else { throw .appMismatch }
    guard let openid = order.openid else { return }
    do {
      _ = try people.check(openid, in: app)
    } catch {
      throw .parameter("/payer/openid", "openid is not one of the appid's", value: openid)
    }
  }

  /// Nobody may speak of another merchant.
  func check(mchid: String?, in location: String = "body") throws(PayError) {
    let mchid = try PayFields.text(mchid, "/mchid", 1...32, in: location)
    guard mchid == keys.mchid else {
      throw .parameter(
        "/mchid", "mchid is not the one that signed the request", value: mchid, in: location)
    }
  }
}
