import MockKit

/// `POST /api/redemptions`: the clerk scans the code of a package; the website decides.
struct RedeemHandler: Handler {
  private struct Body: Decodable {
    let code: String
  }

  let counter: CounterSystem

  func answer(_ call: Call) async throws -> Reply {
    try counter.checkStaff(call)
    let code = try call.decode(Body.self).code
    let redemption = try await counter.redemptions.redeem(code, trace: call.trace)
    return try .json(redemption, status: 201)
  }
}
