/// Buying together: in the mini-program, shown on both.
enum GroupRoutes {
  static func all(of shop: Shop) -> [Route] {
    [Route(.get, "/api/groups/{id}", ShowGroupHandler(shop: shop))] + owner(shop)
  }

  private static func owner(_ shop: Shop) -> [Route] {
    guard shop.side == GroupBuy.owner else { return [] }
    return [
      Route(.post, "/api/groups", OpenGroupHandler(shop: shop)),
      Route(.post, "/api/groups/{id}/join", JoinGroupHandler(shop: shop)),
    ]
  }
}
