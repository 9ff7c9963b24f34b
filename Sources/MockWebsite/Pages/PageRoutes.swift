import MockKit

/// The website as people use it: pages and forms before the JSON API.
enum PageRoutes {
  /// - Parameter api: what the pages read and the forms change.
  static func all(api: [Route]) -> [Route] {
    let site = PageSite(api: InnerAPI(routes: api))
    let pages =
      shop(site) + accountPages(site) + orderPages(site) + rightsPages(site) + servicePages(site)
      + bookingPages(site) + libraryPages(site)
    return pages + returns(of: pages)
  }

  /// Who loads the address that a form was sent to comes back to the page above it.
  private static func returns(of pages: [Route]) -> [Route] {
    let shown = Set(pages.filter { $0.method == .get }.map(\.path))
    let sent = Set(pages.filter { $0.method == .post }.map(\.path))
    return sent.subtracting(shown).sorted().map { path in
      let above = path.split(separator: "/").dropLast().joined(separator: "/")
      return Route(.get, path, PageAbove(path: "/" + above))
    }
  }

  private static func shop(_ site: PageSite) -> [Route] {
    let register = PageView(site: site, template: "register")
    let login = PageView(site: site, template: "login")
    let products = PageView(
      site: site, template: "products", reads: ["products": "/api/products"],
      extras: ["categories": "/api/categories"])
    return [
      Route(.get, "/", products), Route(.get, "/products", products),
      Route(
        .get, "/privacy", PageView(site: site, template: "privacy", reads: ["policy": "/api/site"])),
      Route(.get, "/register", register), Route(.get, "/login", login),
      Route(
        .post, "/register",
        FormAction(
          site: site, path: "/api/register",
          body: { $0.present(["phone", "password", "name"]) }, then: "/account", page: register)),
      Route(
        .post, "/login",
        FormAction(
          site: site, path: "/api/login", body: { $0.present(["phone", "password"]) },
          then: "/account", page: login)),
      Route(
        .post, "/logout",
        FormAction(
          site: site, path: "/api/logout",
          body: { $0["everywhere"].isEmpty ? [:] : ["everywhere": true] }, then: "/", page: login)),
    ]
  }

  private static func accountPages(_ site: PageSite) -> [Route] {
    let account = PageView(
      site: site, template: "account", reads: ["member": PageSite.memberPath],
      extras: ["signIn": "/api/sign-in", "referral": "/api/referral", "perks": "/api/perks"],
      isPrivate: true)
    func action(
      _ route: String, _ method: Call.Method, _ path: String, then: String = "/account",
      _ body: @escaping FormAction.Body = { _ in [:] }
    ) -> Route {
      Route(
        .post, route,
        FormAction(
          site: site, method: method, path: path, body: body, then: then, page: account))
    }
    return [
      Route(.get, "/account", account),
      action("/account", .patch, "/api/member") {
        $0.clearing(["name", "email", "birthday", "city"])
      },
      action("/account/password", .put, "/api/member/password") { $0.present(["old", "new"]) },
      action("/account/unbind", .delete, "/api/member/wechat"),
      action("/account/delete", .delete, "/api/member", then: "/"),
      action(
        "/account/sign-in", .post, "/api/sign-in", then: "/account?earned={points}&total={total}"),
    ]
  }

  private static func orderPages(_ site: PageSite) -> [Route] {
    let product = PageView(
      site: site, template: "product", reads: ["product": "/api/products/{sku}"],
      extras: ["coupons": "/api/coupons", "levels": "/api/levels"])
    let order = PageView(
      site: site, template: "order", reads: ["order": "/api/orders/{id}"], isPrivate: true)
    let orders = PageView(
      site: site, template: "orders", reads: ["orders": "/api/orders"], isPrivate: true)
    let cases = PageView(
      site: site, template: "afterSales", reads: ["cases": "/api/after-sales"], isPrivate: true)
    let one = PageView(
      site: site, template: "afterSalesCase", reads: ["case": "/api/after-sales/{id}"],
      isPrivate: true)
    return [
      Route(.get, "/products/{sku}", product), Route(.get, "/orders", orders),
      Route(.get, "/orders/{id}", order), Route(.get, "/after-sales", cases),
      Route(.get, "/after-sales/{id}", one),
      Route(
        .post, "/products/{sku}/order",
        FormAction(
          site: site, path: "/api/orders", body: { $0.order }, then: "/orders/{orderId}",
          page: product.forMembers)),
      Route(
        .post, "/orders/{id}/after-sales",
        FormAction(
          site: site, path: "/api/orders/{id}/after-sales",
          body: { $0.afterSales },
          then: "/after-sales/{afterSalesId}", page: order)),
      Route(
        .post, "/after-sales/{id}/withdraw",
        FormAction(
          site: site, path: "/api/after-sales/{id}/withdraw", then: "/after-sales/{id}", page: one)),
    ]
      + ["pay", "cancel", "confirm", "refund"].map { step in
        Route(
          .post, "/orders/{id}/\(step)",
          FormAction(
            site: site, path: "/api/orders/{id}/\(step)", then: "/orders/{id}", page: order))
      }
  }

  private static func bookingPages(_ site: PageSite) -> [Route] {
    let booking = PageView(
      site: site, template: "booking", reads: ["booking": "/api/bookings/{id}"],
      extras: ["services": "/api/services"], isPrivate: true)
    return [Route(.get, "/bookings/{id}", booking)]
      + ["upgrade", "cancel"].map { step in
        Route(
          .post, "/bookings/{id}/\(step)",
          FormAction(
            site: site, path: "/api/bookings/{id}/\(step)", body: { $0.present(["service"]) },
            then: "/bookings/{id}", page: booking))
      }
  }

  private static func rightsPages(_ site: PageSite) -> [Route] {
    let points = PageView(
      site: site, template: "points", reads: ["points": "/api/points"], isPrivate: true)
    let coupons = PageView(
      site: site, template: "coupons",
      reads: ["coupons": "/api/coupons", "offers": "/api/coupon-offers"], isPrivate: true)
    let news = PageView(
      site: site, template: "notifications", reads: ["news": "/api/notifications"],
      isPrivate: true)
    func action(
      _ route: String, _ path: String, then: String, _ page: PageView,
      _ body: @escaping FormAction.Body
    ) -> Route {
      Route(.post, route, FormAction(site: site, path: path, body: body, then: then, page: page))
    }
    let booked = "/points?booked={entryId}&balance={points}"
    return [
      Route(.get, "/points", points), Route(.get, "/coupons", coupons),
      Route(.get, "/notifications", news),
      action("/points/earn", "/api/points/earn", then: booked, points) { $0.booking },
      action("/points/spend", "/api/points/spend", then: booked, points) { $0.booking },
      action("/coupons", "/api/coupons", then: "/coupons?taken={couponId}", coupons) {
        $0.present(["offer"])
      },
      action(
        "/notifications/{id}/read", "/api/notifications/{id}/read", then: "/notifications", news
      ) { _ in [:] },
    ]
  }

  private static func libraryPages(_ site: PageSite) -> [Route] {
    let library = PageView(site: site, template: "library", reads: ["library": "/api/library"])
    let report = PageView(site: site, template: "report", reads: ["report": "/api/library/{id}"])
    let downloads = PageView(
      site: site, template: "downloads", reads: ["downloads": "/api/downloads"], isPrivate: true)
    return [
      Route(.get, "/library", library), Route(.get, "/library/{id}", report),
      Route(.get, "/downloads", downloads),
      Route(
        .post, "/library/{id}/download",
        FormAction(
          site: site, path: "/api/library/{id}/download", body: { $0.present(["link"]) },
          then: "/downloads?done={reportId}", page: report)),
    ]
  }
}

extension PageView {
  /// The same page where its form needs a log-in.
  fileprivate var forMembers: PageView {
    var page = self
    page.isPrivate = true
    return page
  }
}
