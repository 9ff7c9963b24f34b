import MockKit
import Mocks
import Testing

@Suite struct CouponTests {
  private let phone = "13912345678"
  private let offers: [ShopSide: String] = [.web: "welcome-10", .mini: "spring-20"]

  private func take(_ offer: String, _ visitor: Visitor) async throws -> Answer {
    try await visitor.call("POST", "/api/coupons", #"{"offer":"\#(offer)"}"#)
  }

  private func list(_ visitor: Visitor) async throws -> JSON {
    try await visitor.call("GET", "/api/coupons").json.without("syncNotice")
  }

  @Test("the offers are the same on both sides and need no login", arguments: ShopSide.allCases)
  func lists(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let offers = try await world.visitor(on: side).call("GET", "/api/coupon-offers").json["items"]
      #expect(offers.list.map { $0["offer"].text } == ["welcome-10", "spring-20"])
      #expect(offers[1]["discount"].text == "20.00" && offers[1]["minimum"].text == "199.00")
      #expect(offers[1]["limit"].int == 3 && offers[1]["days"].int == 7)
    }
  }

  @Test(
    "a coupon taken on one side is valid on both, whoever issues it", arguments: ShopSide.allCases,
    ShopSide.allCases)
  func takes(side: ShopSide, issuer: ShopSide) async throws {
    try await MockWorld.run { world in
      let both = try await world.both(phone)
      let (here, there) = (try #require(both[side]), try #require(both[side.other]))
      let taken = try await take(try #require(offers[issuer]), here)
      #expect(taken.status == 201)
      #expect(taken.json["status"].text == "issued" && taken.json["version"].int == 1)
      #expect(taken.json["origin"].text == issuer.rawValue)
      let path = "/api/coupons/\(taken.json["couponId"].text)"
      let shown = try await here.call("GET", path)
      #expect(shown.json.without("syncNotice") == taken.json)
      #expect(shown.wire.header("etag") == "\"1\"")
      try await world.settle()
      #expect(try await there.call("GET", path).json == taken.json)
      #expect(try await list(there)["items"] == .list([taken.json]))
    }
  }

  @Test("nobody takes more of an offer than it says, on both sides together")
  func limits() async throws {
    try await MockWorld.run { world in
      let both = try await world.both(phone)
      for (offer, limit) in [("welcome-10", 1), ("spring-20", 3)] {
        let outcomes = try await withThrowingTaskGroup { group in
          for number in 0..<40 {
            let visitor = try #require(both[number.isMultiple(of: 2) ? .web : .mini])
            group.addTask { try await take(offer, visitor).outcome }
          }
          return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { $0 == "201" } == limit)
        #expect(outcomes.count { $0 == "409 /problems/offer-used-up" } == 40 - limit)
      }
      try await world.settle()
      let (web, mini) = (try #require(both[.web]), try #require(both[.mini]))
      #expect(try await list(web) == list(mini))
      #expect(try await list(web)["items"].list.count == 4)
    }
  }

  @Test("a coupon ends with its time on both sides")
  func expires() async throws {
    try await MockWorld.run { world in
      let both = try await world.both(phone)
      let web = try #require(both[.web])
      let id = try await take("spring-20", web).json["couponId"].text
      try await world.settle()
      world.set.clock.advance(by: .seconds(7 * 86_400 - 60))
      for visitor in both.values {
        #expect(try await visitor.call("GET", "/api/coupons/\(id)").json["status"].text == "issued")
      }
      world.set.clock.advance(by: .seconds(60))
      for visitor in both.values {
        let coupon = try await visitor.call("GET", "/api/coupons/\(id)")
        #expect(coupon.json["status"].text == "expired" && coupon.json["version"].int == 2)
        #expect(coupon.wire.header("etag") == "\"2\"")
      }
    }
  }

  @Test("someone else's coupon and an unknown offer are refused")
  func refuses() async throws {
    try await MockWorld.run { world in
      let owner = try await world.register(phone, on: .web)
      let other = try await world.register("13912345679", on: .web)
      let id = try await take("welcome-10", owner).json["couponId"].text
      let hidden = try await other.call("GET", "/api/coupons/\(id)")
      #expect(hidden.outcome == "404 /problems/coupon-not-found")
      #expect(try await list(other)["items"] == .list([]))
      #expect(try await take("no-such", other).outcome == "422 /problems/invalid-request")
      let guest = try await take("welcome-10", world.visitor(.web))
      #expect(guest.outcome == "401 /problems/not-logged-in")
    }
  }

  @Test("with the link down only the issuer gives out coupons")
  func withoutLink() async throws {
    try await MockWorld.run { world in
      let both = try await world.both(phone)
      world.set.setLink(LinkFaults(down: true))
      let mini = try #require(both[.mini])
      #expect(try await take("welcome-10", mini).outcome == "503 /problems/peer-unavailable")
      #expect(try await take("spring-20", mini).status == 201)
    }
  }

  @Test("a coupon taken twice under one idempotency key is one")
  func takesOnce() async throws {
    try await MockWorld.run { world in
      let both = try await world.both(phone)
      let web = try #require(both[.web])
      for _ in 1...3 {
        let taken = try await web.call(
          "POST", "/api/coupons", #"{"offer":"spring-20"}"#,
          headers: [("idempotency-key", "\"one\"")])
        #expect(taken.status == 201)
      }
      #expect(try await list(web)["items"].list.count == 1)
    }
  }
}
