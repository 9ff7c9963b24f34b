/// What goes wrong with what both platforms show to everybody.
extension FaultKind {
  static let priceStale = FaultKind(
    "price_stale", .defect, caughtBy: ["parity", "scenario:catalogue-parity"],
    title: FaultText("a price stays behind", "价格没有更新"),
    meaning: FaultText(
      "The mini-program takes a change of a product, but keeps the price that it had.",
      "小程序接收商品变更时，价格仍保留原来的。"),
    stages: [.apply])

  static let themeDrift = FaultKind(
    "theme_drift", .defect, caughtBy: ["parity", "scenario:brand-parity"],
    title: FaultText("one part of the look stays behind", "外观有一项没跟上"),
    meaning: FaultText(
      "The mini-program takes a change of the theme, but keeps the corner radius that it had.",
      "小程序接收主题变更时，圆角仍保留原来的。"),
    stages: [.apply])

  package static let cookieUnprotected = FaultKind(
    "cookie_unprotected", .defect, caughtBy: ["scenario:launch-readiness"],
    title: FaultText("a cookie for everybody", "会话 Cookie 未加保护"),
    meaning: FaultText(
      "The website's session cookie comes without HttpOnly and SameSite, so scripts and other sites "
        + "can use it.",
      "网站的会话 Cookie 没有 HttpOnly 和 SameSite，脚本和其他网站都能利用它。"),
    stages: [.enqueue])
}

extension LinkApplier {
  /// A change of the theme as it is written down here.
  func drifted(_ theme: Theme) throws -> Theme {
    let fault = change.shop.fires(
      .themeDrift, event: "theme \(theme.version)", type: "theme.changed", entity: "theme")
    guard fault != nil else { return theme }
    var drifted = theme
    drifted.cornerRadius = try Themes.current(in: database).cornerRadius
    return drifted
  }

  /// A change of a product as it is written down here.
  func priced(_ listing: ProductListing) throws -> ProductListing {
    let fault = change.shop.fires(
      .priceStale, event: "\(listing.sku) \(listing.version)", type: "product.changed",
      entity: listing.sku)
    guard fault != nil else { return listing }
    var stale = listing
    stale.price = try Products.require(listing.sku, in: database).product.price
    return stale
  }
}
