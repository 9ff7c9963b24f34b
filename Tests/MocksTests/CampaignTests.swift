import MockKit
import Mocks
import Testing

@Suite struct CampaignTests {
  private static func quote(
    _ visitor: Visitor, _ items: [(sku: String, quantity: Int)], coupon: String? = nil
  ) async throws -> Answer {
    let lines = items.map { #"{"sku":"\#($0.sku)","quantity":\#($0.quantity)}"# }
    let coupon = coupon.map { #","couponId":"\#($0)""# } ?? ""
    return try await visitor.call(
      "POST", "/api/quotes", #"{"items":[\#(lines.joined(separator: ","))]\#(coupon)}"#)
  }

  private static func change(
    _ world: MockWorld, _ campaign: String, _ body: String, version: Int? = 1
  ) async throws -> Answer {
    try await world.visitor(.web).call(
      "PATCH", "/api/staff/campaigns/\(campaign)", body,
      headers: [MockWorld.clerk] + (version.map { [("if-match", "\"\($0)\"")] } ?? []))
  }

  @Test("everybody sees the same rules on both sides, the levels' own among them")
  func lists() async throws {
    try await MockWorld.run { world in
      let web = try await world.visitor(.web).call("GET", "/api/campaigns").json
      #expect(try await world.visitor(.mini).call("GET", "/api/campaigns").json == web)
      let kinds = web["items"].list.map { $0["kind"].text }
      #expect(kinds == ["full-reduction", "group-buy", "member-discount"])
      let levels = web["items"][2]["levels"].list
      #expect(levels.map { $0["discountPercent"].int } == [0, 2, 5, 10])
      let one = try await world.visitor(.web).call("GET", "/api/campaigns/three-together")
      #expect(one.json == web["items"][1] && one.wire.header("etag") == "\"1\"")
      let none = try await world.visitor(.mini).call("GET", "/api/campaigns/none")
      #expect(none.outcome == "404 /problems/campaign-not-found")
    }
  }

  @Test(
    "so much is off from so much on, of the rule's own category alone",
    arguments: [
      (8, 0, "0.00", "79.20"), (9, 0, "8.00", "81.10"), (20, 0, "8.00", "190.00"),
      (21, 0, "30.00", "177.90"), (8, 1, "0.00", "95.18"), (9, 1, "8.00", "97.08"),
    ])
  func reduces(notebooks: Int, cups: Int, reduction: String, amount: String) async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let items = [("notebook-xuan", notebooks), ("cup-celadon", cups)].filter { $0.1 > 0 }
      for side in ShopSide.allCases {
        let quote = try await Self.quote(customer.visitor(side), items.map { ($0.0, $0.1) }).json
        #expect(quote["fullReduction"].text == reduction && quote["amount"].text == amount)
        #expect(quote["memberDiscount"].text == "0.00" && quote["items"].list.count == items.count)
      }
    }
  }

  @Test("an order costs what its quote said, at any level, with a coupon, too")
  func keepsItsWord() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let big = try await customer.order("tea-longjing", 16, on: .web)
      _ = try await customer.act("pay", on: big, at: .web)
      let taken = try await customer.web.call("POST", "/api/coupons", #"{"offer":"welcome-10"}"#)
      let coupon = taken.json["couponId"].text
      try await world.settle()
      for side in ShopSide.allCases {
        let visitor = customer.visitor(side)
        let quote = try await Self.quote(visitor, [("notebook-xuan", 21)], coupon: coupon).json
        #expect(quote["itemsAmount"].text == "207.90" && quote["memberDiscount"].text == "10.39")
        #expect(quote["fullReduction"].text == "30.00" && quote["couponDiscount"].text == "10.00")
        #expect(quote["amount"].text == "157.51")
        let order = try await visitor.order(
          OrderTests.body("notebook-xuan", 21).dropLast() + #","couponId":"\#(coupon)"}"#
        ).json
        for part in ["itemsAmount", "memberDiscount", "fullReduction", "couponDiscount", "amount"] {
          #expect(order[part] == quote[part], "\(part)")
        }
        let id = order["orderId"].text
        try await world.settle()
        #expect(try await customer.show(id, on: side.other)["fullReduction"].text == "30.00")
        _ = try await customer.act("cancel", on: id, at: side)
        try await world.settle()
      }
    }
  }

  @Test("a quote takes nothing, and refuses what an order would refuse")
  func takesNothing() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let taken = try await customer.web.call("POST", "/api/coupons", #"{"offer":"welcome-10"}"#)
      let coupon = taken.json["couponId"].text
      _ = try await Self.quote(customer.web, [("cup-celadon", 4)], coupon: coupon)
      let shown = try await customer.web.call("GET", "/api/coupons/\(coupon)").json
      #expect(shown["status"].text == "issued" && shown["version"].int == 1)
      #expect(try await customer.web.call("GET", "/api/orders").json["items"].list.isEmpty)
      #expect(try await world.counter("cup-celadon") == (500, 0))
      for (items, coupon, outcome) in [
        ([("cup-celadon", 1)], coupon, "409 /problems/coupon-not-usable"),
        ([("cup-celadon", 4)], "cp_none", "404 /problems/coupon-not-found"),
        ([("none", 1)], nil, "422 /problems/invalid-request"),
        ([("cup-celadon", 0)], nil, "422 /problems/invalid-request"),
        ([], nil, "422 /problems/invalid-request"),
      ] as [([(String, Int)], String?, String)] {
        let answer = try await Self.quote(
          customer.web, items.map { ($0.0, $0.1) }, coupon: coupon)
        #expect(answer.outcome == outcome)
      }
      let guest = try await Self.quote(world.visitor(.web), [("cup-celadon", 1)])
      #expect(guest.outcome == "401 /problems/not-logged-in")
    }
  }

  @Test("a rule that the staff changes on the website counts on both sides, once it has arrived")
  func changes() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let steps = #"{"steps":[{"from":"50.00","off":"5.55"}]}"#
      let changed = try await Self.change(world, "stationery-days", steps)
      #expect(changed.status == 200 && changed.json["version"].int == 2)
      try await world.settle()
      let seen = try await world.visitor(.mini).call("GET", "/api/campaigns/stationery-days")
      #expect(seen.json == changed.json)
      for side in ShopSide.allCases {
        let quote = try await Self.quote(customer.visitor(side), [("notebook-xuan", 6)]).json
        #expect(quote["fullReduction"].text == "5.55" && quote["amount"].text == "53.85")
      }
      let off = try await Self.change(world, "stationery-days", #"{"active":false}"#, version: 2)
      #expect(off.json["active"] == .bool(false) && off.json["version"].int == 3)
      try await world.settle()
      for side in ShopSide.allCases {
        let quote = try await Self.quote(customer.visitor(side), [("notebook-xuan", 21)]).json
        #expect(quote["fullReduction"].text == "0.00")
      }
    }
  }

  @Test("a late change does not replace a later one")
  func isOrdered() async throws {
    try await MockWorld.run { world in
      let sender = LinkSender(world: world)
      let body = { (id: String, version: Int, off: String) in
        LinkSender.event(
          id, "campaign.changed",
          #"{"campaign":"stationery-days","kind":"full-reduction","name":"文具满减","nameEn":"x","#
            + #""active":true,"steps":[{"from":"50.00","off":"\#(off)"}],"version":\#(version)}"#)
      }
      #expect(try await sender.send("evt_2", body("evt_2", 3, "3.00")).status == 204)
      #expect(try await sender.send("evt_1", body("evt_1", 2, "2.00")).status == 204)
      let rule = try await world.visitor(.mini).call("GET", "/api/campaigns/stationery-days").json
      #expect(rule["version"].int == 3 && rule["steps"][0]["off"].text == "3.00")
    }
  }

  @Test(
    "a change that makes no sense, or that was decided on an old version, changes nothing",
    arguments: [
      ("stationery-days", "{}", "422 /problems/invalid-request"),
      ("stationery-days", #"{"steps":[]}"#, "422 /problems/invalid-request"),
      ("stationery-days", #"{"people":4}"#, "422 /problems/invalid-request"),
      (
        "stationery-days", #"{"steps":[{"from":"9.00","off":"9.00"}]}"#,
        "422 /problems/invalid-request"
      ),
      (
        "stationery-days",
        #"{"steps":[{"from":"9.00","off":"2.00"},{"from":"8.00","off":"3.00"}]}"#,
        "422 /problems/invalid-request"
      ),
      ("three-together", #"{"discountPercent":100}"#, "422 /problems/invalid-request"),
      (
        "three-together", #"{"steps":[{"from":"9.00","off":"1.00"}]}"#,
        "422 /problems/invalid-request"
      ),
      ("member-discount", #"{"active":false}"#, "409 /problems/campaign-fixed"),
      ("none", #"{"active":false}"#, "404 /problems/campaign-not-found"),
    ])
  func refuses(campaign: String, body: String, outcome: String) async throws {
    try await MockWorld.run { world in
      let before = try await world.visitor(.web).call("GET", "/api/campaigns").json
      #expect(try await Self.change(world, campaign, body).outcome == outcome)
      let valid = #"{"active":false}"#
      let stale = try await Self.change(world, "three-together", valid, version: 7)
      #expect(stale.outcome == "412 /problems/precondition-failed")
      let untagged = try await Self.change(world, "three-together", valid, version: nil)
      #expect(untagged.outcome == "428 /problems/precondition-required")
      #expect(try await world.visitor(.web).call("GET", "/api/campaigns").json == before)
    }
  }
}
