import GRDB
import MockKit

/// What `wx.requestPayment` tells the mini-program.
struct DeviceAnswer: Encodable {
  let errMsg: String
  let outTradeNo: String
  let tradeState: String
  let transactionId: String?

  init(_ message: String, _ payment: Payment, at now: Int64) {
    errMsg = "requestPayment:\(message)"
    outTradeNo = payment.order.outTradeNo
    tradeState = payment.state(at: now).rawValue
    transactionId = payment.transactionID
  }
}

/// `POST /_control/payments/{prepay_id}/pay` `{openid?, request?}`: somebody pays.
struct PayOnDeviceHandler: Handler {
  private struct Body: Decodable {
    enum CodingKeys: String, CodingKey, CaseIterable {
      case openid, request
    }

    /// Who pays; by default whom the order is for.
    let openid: String?
    /// What the mini-program gave to `wx.requestPayment`; checked where it is there.
    let request: DeviceRequest?
  }

  let desk: PayDesk

  func answer(_ call: Call) async throws -> Reply {
    let body = call.body.isEmpty ? nil : try call.control(Body.self, Body.CodingKeys.self)
    let (openid, now) = (body?.openid, desk.clock.now)
    let paid = try await desk.onDevice(call) { payment, database in
      try body?.request?.check(payment, by: desk.keys.merchant)
      let payer = try payment.payer(openid)
      let number = desk.numbers.transaction(payment.order.outTradeNo, at: now)
      payment.pay(by: payer, as: number, at: now.components.seconds)
      try Notices.add(desk.news(of: payment, at: now), in: database)
    }
    return try .json(DeviceAnswer("ok", paid, at: now.components.seconds))
  }
}

/// `POST /_control/payments/{prepay_id}/cancel`: somebody closes the sheet and pays nothing.
struct CancelOnDeviceHandler: Handler {
  let desk: PayDesk

  func answer(_ call: Call) async throws -> Reply {
    let payment = try await desk.onDevice(call) { _, _ in }
    return try .json(DeviceAnswer("fail cancel", payment, at: desk.clock.seconds))
  }
}

/// `POST /_control/payments/{prepay_id}/fail`: somebody has not enough money.
struct FailOnDeviceHandler: Handler {
  let desk: PayDesk

  func answer(_ call: Call) async throws -> Reply {
    let payment = try await desk.onDevice(call) { payment, _ in payment.fail() }
    return try .json(DeviceAnswer("fail 余额不足", payment, at: desk.clock.seconds))
  }
}

extension PayDesk {
  /// Does something to a payment that can be paid.
  fileprivate func onDevice(
    _ call: Call, _ body: @escaping @Sendable (inout Payment, Database) throws -> Void
  ) async throws -> Payment {
    let (id, now) = (call.parameters["prepay_id"] ?? "", clock.seconds)
    return try await change { database in
      guard var payment = try Payments.find(id, by: .prepay, in: database) else {
        throw DeviceRefusal.unknown(id)
      }
      try payment.checkPayable(at: now)
      try body(&payment, database)
      try Payments.put(payment, in: database)
      return payment
    }
  }
}

extension Payment {
  fileprivate func checkPayable(at now: Int64) throws(DeviceRefusal) {
    guard !isPaid else { throw .paid }
    guard state(at: now) != .closed else { throw .closed }
    guard now - prepared < Self.prepayLife else { throw .expired }
  }

  fileprivate func payer(_ openid: String?) throws(DeviceRefusal) -> String {
    guard let expected = order.openid else {
      guard let openid, !openid.isEmpty else { throw .payerMissing }
      return openid
    }
    guard openid == nil || openid == expected else { throw .payer(expected: expected) }
    return expected
  }
}
