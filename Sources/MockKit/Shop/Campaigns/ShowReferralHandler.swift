/// `GET /api/referral`: the member's invitation code, and what it has brought.
struct ShowReferralHandler: Handler {
  private struct Referral: Sendable, Encodable {
    let code: String
    let invited: Int
    /// What the member got for them.
    let points: Int
  }

  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    try .json(
      try await shop.read(as: call) { database, member in
        let total = try Recruits.total(.referral, by: member, in: database)
        return Referral(
          code: ReferralCode.text(of: member), invited: total.friends, points: total.points)
      })
  }
}
