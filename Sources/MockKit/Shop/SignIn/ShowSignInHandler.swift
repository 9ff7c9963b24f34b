/// `GET /api/sign-in`: today's.
struct ShowSignInHandler: Handler {
  private struct Day: Encodable {
    let date: String
    /// On which today's sign-in has been used.
    let platforms: [ShopSide]
    let total: Int
  }

  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let now = shop.clock.now
    let platforms = try await shop.read(as: call) {
      try SignIn.platforms(of: $1, now: now, in: $0)
    }
    return try .json(
      Day(
        date: CalendarDate.inChina(now), platforms: platforms,
        total: SignIn.points * platforms.count))
  }
}
