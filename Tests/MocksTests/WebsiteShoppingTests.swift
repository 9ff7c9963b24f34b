import Foundation
import MockKit
import Mocks
import Testing

@Suite struct WebsiteShoppingTests {
  static let order = [
    "quantity": "2", "address-name": "王芳", "address-phone": "13912345678",
    "address-line": "上海市南京路1号",
  ]

  /// A browser in which a new member is logged in.
  private static func run(_ body: (MockWorld, Browser) async throws -> Void) async throws {
    try await MockWorld.run { world in
      let browser = Browser(world)
      try await browser.submit("register", of: "/register", WebsitePageTests.person)
      try await body(world, browser)
    }
  }

  @Test("an order is placed, paid and refunded through forms, and the API tells the same")
  func orders() async throws {
    try await Self.run { world, browser in
      let placed = try await browser.submit("order", of: "/products/cup-celadon", Self.order)
      let path = try #require(placed.location)
      #expect(placed.status == 303 && path.hasPrefix("/orders/W"))
      let page = try await browser.open(path)
      #expect(page.attribute("data-status", of: "order-status") == "created")
      #expect(page.element("amount") == "31.96" && page.element("address-name") == "王芳")
      #expect(try await browser.submit("pay", of: path).location == path)
      let paid = try await browser.open(path)
      #expect(paid.attribute("data-status", of: "order-status") == "paid")
      #expect(paid.form("pay") == nil && paid.form("cancel") == nil)
      #expect(try await browser.open("/points").element("balance") == "31")
      try await browser.submit("refund", of: path)
      let visitor = try await world.logIn("13912345678", on: .web).visitor
      let order = try await visitor.call("GET", "/api" + path).json
      #expect(order["status"].text == "refunded" && order["refundedAmount"].text == "31.96")
      #expect(try await browser.open("/points").element("balance") == "0")
    }
  }

  @Test("a form that is sent twice orders once")
  func ordersOnce() async throws {
    try await Self.run { _, browser in
      let page = try await browser.open("/products/cup-celadon")
      let form = try #require(page.form("order"))
      let fields = form.fields.merging(Self.order) { $1 }
      let first = try await browser.post(form.action, fields)
      let second = try await browser.post(form.action, fields)
      #expect(first.status == 303 && second.location == first.location)
      let orders = try await browser.open("/orders").text
      #expect(orders.matches(of: /data-order="/).count == 1)
    }
  }

  @Test("an order that cannot be shows the form again, and makes none")
  func refusesOrders() async throws {
    try await Self.run { _, browser in
      var fields = Self.order
      fields["quantity"] = "501"
      let refused = try await browser.submit("order", of: "/products/cup-celadon", fields)
      #expect(refused.status == 409)
      #expect(refused.attribute("data-type", of: "problem") == "/problems/out-of-stock")
      #expect(refused.form("order")?.fields["address-line"] == "上海市南京路1号")
      fields["quantity"] = "many"
      let invalid = try await browser.submit("order", of: "/products/cup-celadon", fields)
      #expect(invalid.status == 422)
      #expect(try await browser.open("/orders").element("none") != nil)
      #expect(try await browser.open("/products/no-such").status == 404)
      #expect(try await browser.open("/orders/W1").status == 404)
    }
  }

  @Test("a profile that was changed meanwhile is not overwritten by an older form")
  func keepsProfile() async throws {
    try await Self.run { world, browser in
      let form = try #require(try await browser.open("/account").form("profile"))
      try await browser.submit("profile", of: "/account", ["city": "杭州"])
      let late = try await browser.post(form.action, form.fields.merging(["city": "上海"]) { $1 })
      #expect(late.status == 412)
      let visitor = try await world.logIn("13912345678", on: .web).visitor
      let member = try await visitor.call("GET", "/api/member").json
      #expect(member["city"].text == "杭州" && member["name"].text == "王芳")
    }
  }

  @Test("coupons are taken and used, the day is signed in, and news are read through forms")
  func usesRights() async throws {
    try await Self.run { _, browser in
      let taken = try await browser.submit("take", of: "/coupons", ["offer": "welcome-10"])
      let coupon = try #require(taken.location?.split(separator: "=").last)
      let again = try await browser.submit("take", of: "/coupons", ["offer": "welcome-10"])
      #expect(again.status == 409)
      var fields = Self.order
      fields["quantity"] = "4"
      fields["couponId"] = String(coupon)
      let placed = try await browser.submit("order", of: "/products/cup-celadon", fields)
      let path = try #require(placed.location)
      #expect(try await browser.open(path).element("coupon-discount") == "10.00")
      try await browser.submit("pay", of: path)
      let wallet = try await browser.open("/coupons").text
      #expect(wallet.contains(#"data-coupon="\#(coupon)""#))
      #expect(wallet.contains(#"data-status="redeemed""#))
      #expect(try await browser.submit("sign-in", of: "/account").status == 303)
      #expect(try await browser.submit("sign-in", of: "/account").status == 409)
      #expect(try await browser.open("/notifications").text.contains(#"data-status="paid""#))
    }
  }

  @Test("after-sales are asked for and withdrawn through forms")
  func asksForAfterSales() async throws {
    try await Self.run { _, browser in
      let order = try await browser.submit("order", of: "/products/cup-celadon", Self.order)
      let path = try #require(order.location)
      try await browser.submit("pay", of: path)
      let asked = try await browser.submit(
        "after-sales", of: path, ["kind": "refund", "reason": "杯口有裂纹", "amount": "10"])
      let request = try #require(asked.location)
      #expect(asked.status == 303 && request.hasPrefix("/after-sales/as_"))
      let page = try await browser.open(request)
      #expect(page.attribute("data-status", of: "case-status") == "requested")
      #expect(page.element("case-reason") == "杯口有裂纹")
      #expect(page.element("case-amount") == "10.00")
      try await browser.submit("withdraw", of: request)
      let withdrawn = try await browser.open(request)
      #expect(withdrawn.attribute("data-status", of: "case-status") == "withdrawn")
    }
  }
}
