import MockKit
import Mocks
import Testing

@Suite struct RecordTests {
  private static func skus(_ visitor: Visitor, _ path: String) async throws -> [String] {
    try await visitor.call("GET", path).json["items"].list.map { $0["sku"].text }
  }

  @Test(
    "favourites added and removed on one side are those of the other", arguments: ShopSide.allCases)
  func favourites(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let (here, there) = (customer.visitor(side), customer.visitor(side.other))
      let added = try await here.call("PUT", "/api/favourites/cup-celadon")
      #expect(added.status == 200 && added.json["sku"].text == "cup-celadon")
      #expect(try await here.call("PUT", "/api/favourites/cup-celadon").json == added.json)
      try await here.call("PUT", "/api/favourites/pot-yixing")
      #expect(try await here.call("DELETE", "/api/favourites/cup-celadon").status == 204)
      #expect(try await here.call("DELETE", "/api/favourites/cup-celadon").status == 204)
      try await world.settle()
      #expect(try await Self.skus(there, "/api/favourites") == ["pot-yixing"])
      try await there.call("PUT", "/api/favourites/cup-celadon")
      try await there.call("DELETE", "/api/favourites/pot-yixing")
      try await world.settle()
      #expect(try await Self.skus(here, "/api/favourites") == ["cup-celadon"])
    }
  }

  @Test("what no product has is refused", arguments: ShopSide.allCases)
  func unknown(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let visitor = try await world.register("13912345678", on: side)
      let refusal = "404 /problems/product-not-found"
      #expect(try await visitor.call("PUT", "/api/favourites/none").outcome == refusal)
      #expect(try await visitor.call("POST", "/api/history", #"{"sku":"none"}"#).outcome == refusal)
      #expect(try await Self.skus(visitor, "/api/favourites").isEmpty)
      #expect(try await Self.skus(visitor, "/api/history").isEmpty)
      let guest = world.visitor(on: side)
      #expect(
        try await guest.call("PUT", "/api/favourites/cup-celadon").outcome
          == "401 /problems/not-logged-in")
    }
  }

  @Test("a removal wins over the addition that it saw, however late that one comes")
  func lateAddition() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      try await customer.web.call("PUT", "/api/favourites/cup-celadon")
      try await world.settle()
      let member = try await customer.web.member["memberId"].text
      let sender = LinkSender(world: world)
      let body = { (id: String, type: String, version: Int, added: String) in
        LinkSender.event(
          id, type,
          #"{"memberId":"\#(member)","sku":"cup-celadon","#
            + #""stamp":{"version":\#(version),"origin":"web"}\#(added)}"#)
      }
      let time = #","addedAt":"2026-01-01T00:00:00.000Z""#
      let removal = body("evt_r", "favourite.removed", 4, "")
      #expect(try await sender.send("evt_r", removal).status == 204)
      let addition = body("evt_a", "favourite.added", 3, time)
      #expect(try await sender.send("evt_a", addition).status == 204)
      #expect(try await Self.skus(customer.mini, "/api/favourites").isEmpty)
      let newer = body("evt_n", "favourite.added", 5, time)
      #expect(try await sender.send("evt_n", newer).status == 204)
      #expect(try await Self.skus(customer.mini, "/api/favourites") == ["cup-celadon"])
    }
  }

  @Test("changed on both sides while the link is down, both end with the same favourites")
  func converges() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      world.set.setLink(LinkFaults(down: true))
      for (visitor, mine) in [(customer.web, "tea-puer"), (customer.mini, "fan-silk")] {
        try await visitor.call("PUT", "/api/favourites/cup-celadon")
        try await visitor.call("PUT", "/api/favourites/\(mine)")
      }
      try await customer.mini.call("DELETE", "/api/favourites/cup-celadon")
      world.set.setLink(LinkFaults())
      try await world.settle()
      let skus = try await Self.skus(customer.web, "/api/favourites")
      #expect(Set(skus) == ["tea-puer", "fan-silk"])
      #expect(try await Self.skus(customer.mini, "/api/favourites") == skus)
    }
  }

  @Test("two members who become one have the favourites and the history of both")
  func merges() async throws {
    try await MockWorld.run { world in
      let web = try await world.register("13912345678", on: .web)
      let mini = try await world.register("13912345679", on: .mini)
      for (visitor, sku) in [(web, "tea-puer"), (mini, "fan-silk")] {
        for shared in [sku, "cup-celadon"] {
          try await visitor.call("PUT", "/api/favourites/\(shared)")
          try await visitor.call("POST", "/api/history", #"{"sku":"\#(shared)"}"#)
        }
      }
      try await web.call("DELETE", "/api/favourites/cup-celadon")
      try await world.settle()
      let openid = try await world.codes("13912345679")["openid"].text
      _ = try await world.logIn(with: world.codes("13912345678", openid: openid))
      try await world.settle()
      for path in ["/api/favourites", "/api/history"] {
        let skus = try await Self.skus(web, path)
        #expect(skus.count == 3 && Set(skus) == ["tea-puer", "fan-silk", "cup-celadon"])
        #expect(try await Self.skus(mini, path) == skus)
      }
      try await web.call("DELETE", "/api/favourites/cup-celadon")
      try await world.settle()
      for visitor in [web, mini] {
        #expect(Set(try await Self.skus(visitor, "/api/favourites")) == ["tea-puer", "fan-silk"])
      }
    }
  }

  @Test("each product is in the history once, newest first, with the same times on both sides")
  func history() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      var times: [String: String] = [:]
      for (visitor, sku) in [
        (customer.web, "cup-celadon"), (customer.web, "tea-puer"), (customer.web, "cup-celadon"),
      ] {
        let view = try await visitor.call("POST", "/api/history", #"{"sku":"\#(sku)"}"#)
        #expect(view.status == 201)
        times[sku] = view.json["viewedAt"].text
      }
      try await world.settle()
      for side in ShopSide.allCases {
        let items = try await customer.visitor(side).call("GET", "/api/history").json["items"].list
        #expect(items.map { $0["sku"].text } == ["cup-celadon", "tea-puer"])
        for item in items { #expect(item["viewedAt"].text == times[item["sku"].text]) }
      }
    }
  }

  @Test(
    "favourites and history come in pages, each product once",
    arguments: ["/api/favourites", "/api/history"])
  func pages(path: String) async throws {
    try await MockWorld.run { world in
      let visitor = try await world.register("13912345678", on: .web)
      let all = ["cup-celadon", "tea-puer", "fan-silk"]
      for sku in all {
        try await visitor.call("PUT", "/api/favourites/\(sku)")
        try await visitor.call("POST", "/api/history", #"{"sku":"\#(sku)"}"#)
      }
      var seen: [String] = []
      var target: String? = "\(path)?limit=1"
      while let next = target, seen.count < 5 {
        let answer = try await visitor.call("GET", next)
        seen += answer.json["items"].list.map { $0["sku"].text }
        target = answer.wire.header("link").map { String($0.dropFirst().prefix { $0 != ">" }) }
      }
      #expect(Set(seen) == Set(all) && seen.count == 3)
      #expect(try await Self.skus(visitor, path) == seen)
    }
  }
}
