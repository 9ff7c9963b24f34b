/// How both platforms look; the website decides, and the mini-program hears of it.
enum ThemeRoutes {
  static func all(of shop: Shop) -> [Route] {
    let shared = [
      Route(.get, "/api/theme", ShowThemeHandler(shop: shop)),
      Route(.get, ThemeView.logoPath, ShowLogoHandler(shop: shop)),
    ]
    guard shop.side == .web else { return shared }
    return shared + [Route(.patch, "/api/staff/theme", ChangeThemeHandler(shop: shop))]
  }
}
