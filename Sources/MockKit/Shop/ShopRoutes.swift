/// What both platforms answer alike.
package enum ShopRoutes {
  package static func all(of shop: Shop, receiver: LinkReceiver) -> [Route] {
    let routes =
      OrderRoutes.all(of: shop) + [
        Route(.get, "/api/member", ShowMemberHandler(shop: shop)),
        Route(.patch, "/api/member", ChangeMemberHandler(shop: shop)),
        Route(.delete, "/api/member", DeleteMemberHandler(shop: shop)),
        Route(.get, "/api/points", ShowPointsHandler(shop: shop)),
        Route(.post, "/api/points/earn", BookPointsHandler(.earn, shop: shop)),
        Route(.post, "/api/points/spend", BookPointsHandler(.spend, shop: shop)),
        Route(.get, "/api/site", ShowSiteHandler(side: shop.side)),
        Route(.post, "/_link/events", receiver),
        Route(.post, "/_link/commands", PeerCommandHandler(shop: shop, receiver: receiver)),
        Route(.post, "/_link/heartbeat", HeartbeatHandler(shop: shop, receiver: receiver)),
        Route(.get, "/_control/truth", TruthHandler(truth: shop.truth)),
        Route(.get, "/_control/link", ShowLinkHandler(relay: shop.relay)),
        Route(.put, "/_control/link", ChangeLinkHandler(relay: shop.relay)),
      ]
    let areas =
      RightsRoutes.all(of: shop) + RecordRoutes.all(of: shop) + EntryRoutes.shared(of: shop)
      + InquiryRoutes.all(of: shop) + PromptRoutes.all(of: shop)
      + BookingRoutes.shared(of: shop) + PackageRoutes.all(of: shop) + LessonRoutes.all(of: shop)
      + DownloadRoutes.all(of: shop) + ThemeRoutes.all(of: shop)
      + RewardRoutes.shared(of: shop)
      + CampaignRoutes.all(of: shop) + GroupRoutes.all(of: shop) + LotteryRoutes.all(of: shop)
      + FigureRoutes.all(of: shop)
    let noticing = SyncNotice.shown(by: routes + areas, of: shop)
    return MisreadingHandler.shown(by: noticing, of: shop)
  }
}
