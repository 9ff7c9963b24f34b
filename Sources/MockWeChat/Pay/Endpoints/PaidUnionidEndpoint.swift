import MockKit

/// `GET /wxa/getpaidunionid`: the unionid of somebody who paid in the last five minutes, by
/// `transaction_id`, or by `mch_id` and `out_trade_no`.
struct PaidUnionidEndpoint: WeChatEndpoint {
  /// In seconds.
  private static let patience: Int64 = 300

  let context: WeChatContext
  let desk: PayDesk

  func answer(_ call: Call) async throws(WeChatError) -> WeChatAnswer {
    let app = try context.tokens.check(call.query["access_token"])
    let openid = try context.people.check(call.query["openid"], in: app)
    guard let payment = try await payment(call), payment.payer == openid, let paid = payment.paid,
      context.clock.seconds - paid <= Self.patience
    else { throw .invalidOrder }
    let identity =
      context.people.find(openid)?.owner.identity
      ?? WeChatIdentity(openid: openid, seed: context.seed)
    return .ok(app.isBound ? [("unionid", .text(identity.unionid))] : [])
  }

  private func payment(_ call: Call) async throws(WeChatError) -> Payment? {
    do {
      if let id = call.query["transaction_id"] {
        return try await desk.payment(id, by: .transaction)
      }
      guard let number = call.query["out_trade_no"] else { return nil }
      let payment = try await desk.payment(number, by: .order)
      return payment?.mchid == call.query["mch_id"] ? payment : nil
    } catch {
      throw .systemError
    }
  }
}
