/// Forms on the website, and their draws on both platforms.
enum LotteryRoutes {
  static func all(of shop: Shop) -> [Route] {
    [
      Route(.post, "/api/draws", DrawHandler(shop: shop)),
      Route(.get, "/api/draws", ListRecordsHandler(Draws.self, shop: shop)),
      Route(.get, "/api/draws/{form}", ShowDrawHandler(shop: shop)),
    ] + forms(shop)
  }

  private static func forms(_ shop: Shop) -> [Route] {
    guard shop.side == Draw.owner else { return [] }
    return [
      Route(.get, "/api/surveys", ListSurveysHandler(shop: shop)),
      Route(.post, "/api/forms/{survey}", HandInFormHandler(shop: shop)),
      Route(.get, "/api/staff/forms/{form}", StaffFormHandler(shop: shop)),
    ]
  }
}
