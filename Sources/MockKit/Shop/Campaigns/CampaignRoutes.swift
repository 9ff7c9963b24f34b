/// The rules of prices, and what something would cost by them.
enum CampaignRoutes {
  static func all(of shop: Shop) -> [Route] {
    [
      Route(.get, "/api/campaigns", ListCampaignsHandler(shop: shop)),
      Route(.get, "/api/campaigns/{campaign}", ShowCampaignHandler(shop: shop)),
      Route(.post, "/api/quotes", QuoteHandler(shop: shop)),
    ] + staff(shop)
  }

  /// The website owns the rules; the mini-program hears of them.
  private static func staff(_ shop: Shop) -> [Route] {
    guard shop.side == .web else { return [] }
    return [
      Route(.patch, "/api/staff/campaigns/{campaign}", ChangeCampaignHandler(shop: shop))
    ]
  }
}
