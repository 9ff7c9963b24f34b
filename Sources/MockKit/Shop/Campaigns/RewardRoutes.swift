/// Invitations, shared pages and perks.
package enum RewardRoutes {
  static func shared(of shop: Shop) -> [Route] {
    [
      Route(.get, "/api/referral", ShowReferralHandler(shop: shop)),
      Route(.get, "/api/shares", ListRecordsHandler(Shares.self, shop: shop)),
      Route(.get, "/api/shares/{key}", ShowShareHandler(shop: shop)),
      Route(.get, "/api/perks", ShowPerksHandler(shop: shop)),
    ]
  }

  package static func website(of shop: Shop, _ entrances: any EntranceMaker) -> [Route] {
    [Route(.post, "/api/shares", CreateShareHandler(shop: shop, entrances: entrances))]
  }
}
