/// `GET /api/site`.
struct ShowSiteHandler: Handler {
  let side: ShopSide

  func answer(_ call: Call) async throws -> Reply { try .json(Site.of(side)) }
}
