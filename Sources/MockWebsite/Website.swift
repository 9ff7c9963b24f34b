package import MockKit

/// The website's backend: members by phone number and password, sessions in a cookie; and the website
/// itself, pages and forms.
package enum Website {
  package static let carrier: any SessionCarrier = CookieCarrier()

  package static func routes(
    of shop: Shop, entrances: any EntranceMaker, receiver: LinkReceiver
  ) -> [Route] {
    let api = APIRules.applied(
      to: [
        Route(.get, "/health", HealthHandler(server: "website")),
        Route(.post, "/api/register", RegisterHandler(shop: shop)),
        Route(.post, "/api/login", LoginHandler(shop: shop)),
        Route(.post, "/api/logout", LogoutHandler(shop: shop, headers: [CookieCarrier.expire])),
        Route(.put, "/api/member/password", ChangePasswordHandler(shop: shop)),
      ] + EntryRoutes.website(of: shop, entrances) + RewardRoutes.website(of: shop, entrances)
        + ShopRoutes.all(of: shop, receiver: receiver), of: shop)
    return api + PageRoutes.all(api: api) + crossings(api, shop, entrances)
  }

  /// From the website into the mini-program, and back.
  private static func crossings(
    _ api: [Route], _ shop: Shop, _ entrances: any EntranceMaker
  ) -> [Route] {
    let site = PageSite(api: InnerAPI(routes: api))
    return [
      Route(.get, "/go/{key}", EntryPage(site: site, shop: shop, entrances: entrances)),
      Route(.get, "/enter", EnterHandler(site: site, shop: shop)),
      Route(.get, "/theme.css", ThemeSheet(shop: shop)),
    ]
  }

  /// The answer where there is no route.
  package static func fallback(routes: [Route]) -> any Handler {
    UnknownPage(site: PageSite(api: InnerAPI(routes: routes)), routes: routes)
  }
}
