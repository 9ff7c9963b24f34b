/// Levels, coupons and the daily sign-in.
enum RightsRoutes {
  static func all(of shop: Shop) -> [Route] {
    [
      Route(.delete, "/api/member/wechat", UnbindHandler(shop: shop)),
      Route(.get, "/api/levels", ListLevelsHandler()),
      Route(.get, "/api/coupon-offers", ListOffersHandler(shop: shop)),
      Route(.post, "/api/coupons", TakeCouponHandler(shop: shop)),
      Route(.get, "/api/coupons", ListCouponsHandler(shop: shop)),
      Route(.get, "/api/coupons/{id}", ShowCouponHandler(shop: shop)),
      Route(.post, "/api/sign-in", SignInHandler(shop: shop)),
      Route(.get, "/api/sign-in", ShowSignInHandler(shop: shop)),
    ]
  }
}
