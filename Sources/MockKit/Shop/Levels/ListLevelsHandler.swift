/// `GET /api/levels`: what each level needs and gives.
struct ListLevelsHandler: Handler {
  private struct Level: Sendable, Codable {
    let level: MemberLevel
    let from: Money
    let discountPercent: Int
  }

  func answer(_ call: Call) async throws -> Reply {
    let levels = MemberLevel.allCases.map {
      Level(level: $0, from: $0.threshold, discountPercent: $0.discountPercent)
    }
    return try .json(ItemList(items: levels))
  }
}
