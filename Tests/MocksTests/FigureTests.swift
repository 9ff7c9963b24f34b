import MockKit
import Mocks
import Testing

@Suite struct FigureTests {
  private static let conversion = "crossPlatformConversion"

  /// Both platforms must say it.
  private func expect(
    _ share: String, _ expected: String, _ from: String, _ to: String, in world: MockWorld,
    _ location: SourceLocation = #_sourceLocation
  ) async throws {
    try await world.settle()
    for side in ShopSide.allCases {
      let found = try await world.share(share, from, to, on: side)
      #expect(found == expected, "\(side)", sourceLocation: location)
    }
  }

  @Test("a visitor counts once, however often they come, and nobody is no part of nobody")
  func visitors() async throws {
    try await MockWorld.run { world in
      let day = world.morning()
      let empty = try await world.figures(day, day)
      for share in [
        empty[Self.conversion], empty["orderSyncRate"], empty["day7Retention"]["web"],
        empty["day7Retention"]["mini"],
      ] {
        #expect(share["denominator"].int == 0 && share["ratio"] == .null)
        #expect(share.keys.contains("ratio"))
      }
      let web = world.visitor(.web)
      for name in ["a", "b", "a"] {
        let told = try await web.tell("visit", by: name)
        #expect(told.status == 201 && !told.json["eventId"].text.isEmpty)
      }
      try await expect(Self.conversion, "0/2", day, day, in: world)
    }
  }

  @Test("days are those of Shanghai, and what lies outside of them does not count")
  func days() async throws {
    try await MockWorld.run { world in
      let day = world.morning()
      try await world.visitor(.web).tell("visit", by: "early")
      world.set.clock.advance(by: .seconds(3600 * 16))
      try await world.visitor(.web).tell("visit", by: "late")
      world.set.clock.advance(by: .seconds(3600 * 2))
      let next = world.day()
      #expect(next > day)
      try await world.visitor(.web).tell("visit", by: "next")
      try await expect(Self.conversion, "0/2", day, day, in: world)
      try await expect(Self.conversion, "0/1", next, next, in: world)
      try await expect(Self.conversion, "0/3", day, next, in: world)
    }
  }

  @Test("a visitor who logs in later, and members who become one, are one person")
  func identity() async throws {
    try await MockWorld.run { world in
      let day = world.morning()
      let guest = world.visitor(.web)
      try await guest.tell("visit", by: "v-1")
      let web = try await world.register("13912345678", on: .web)
      try await web.tell("visit", by: "v-1")
      try await web.tell("visit")
      try await expect(Self.conversion, "0/1", day, day, in: world)
      // Their other number, until the mini-program knows better.
      let other = try await world.register("13912345679", on: .web)
      try await other.tell("visit")
      try await expect(Self.conversion, "0/2", day, day, in: world)
      let mini = try await world.logInEventually("13912345679", on: .mini)
      let openid = try await world.codes("13912345679")["openid"].text
      _ = try await world.logIn(with: world.codes("13912345678", openid: openid))
      #expect(try await mini.member["mergedIds"].list.count == 1)
      try await expect(Self.conversion, "0/1", day, day, in: world)
    }
  }

  @Test("whoever visited the website and came by an entry was guided, known by name or not")
  func guided() async throws {
    try await MockWorld.run { world in
      let day = world.morning()
      let customer = try await Customer.join(world)
      try await customer.web.tell("visit")
      let shared = try await world.entry()
      _ = try await customer.mini.land(#"{"entry":"\#(shared)"}"#, scene: 1194)
      let web = world.visitor(.web)
      try await web.tell("visit", by: "v-1")
      try await web.tell("visit", by: "v-2")
      let own = try await web.call(
        "POST", "/api/entries",
        #"{"kind":"link","page":"pages/index/index","source":"x","visitor":"v-1"}"#
      ).json["entryKey"].text
      let landed = try await world.visitor(.mini).land(#"{"entry":"\#(own)"}"#, scene: 1194)
      #expect(landed.json["visitor"].text == "v-1")
      // A stranger who scans a code somewhere else was never on the website.
      let code = try await world.codes("13912345670")["code"].text
      _ = try await world.visitor(.mini).land(
        #"{"entry":"\#(shared)"}"#, scene: 1047, code: code)
      try await expect(Self.conversion, "2/3", day, day, in: world)
    }
  }

  @Test("who comes back on the seventh day is retained, on each platform by itself")
  func retention() async throws {
    try await MockWorld.run { world in
      let day = world.morning()
      let (web, mini) = (world.visitor(.web), world.visitor(.mini))
      for name in ["a", "b", "c"] { try await web.tell("visit", by: name) }
      try await mini.tell("open", by: "a")
      world.advance(days: 6)
      try await web.tell("visit", by: "b")
      try await web.tell("visit", by: "new")
      try await mini.tell("open", by: "a")
      world.advance(days: 1)
      let last = world.day()
      try await web.tell("visit", by: "a")
      world.advance(days: 1)
      try await web.tell("visit", by: "c")
      let later = world.day()
      try await expect("day7Retention.web", "1/3", day, last, in: world)
      try await expect("day7Retention.mini", "0/1", day, last, in: world)
      // The day after is nobody's seventh; a day earlier none has come yet.
      try await expect("day7Retention.web", "1/3", day, later, in: world)
      try await expect("day7Retention.web", "0/0", day, world.day(after: -2), in: world)
    }
  }

  @Test("an order that the other platform has not heard of is not synced, on neither")
  func orders() async throws {
    try await MockWorld.run { world in
      let day = world.morning()
      let customer = try await Customer.join(world)
      _ = try await customer.order(on: .web)
      let order = try await customer.order(on: .mini)
      try await expect("orderSyncRate", "2/2", day, day, in: world)
      world.set.setLink(LinkFaults(latency: .fixed(.seconds(60))))
      _ = try await customer.web.order("cup-celadon", 1)
      // Known to both, but in another state.
      #expect(try await customer.act("pay", on: order, at: .mini).status == 200)
      for side in ShopSide.allCases {
        #expect(try await world.share("orderSyncRate", day, day, on: side) == "1/3")
      }
      world.set.setLink(LinkFaults())
      world.set.clock.advance(by: .seconds(61))
      try await expect("orderSyncRate", "3/3", day, day, in: world)
      world.set.setLink(LinkFaults(down: true))
      let answer = try await world.staff(on: .web, "/api/staff/figures", method: "GET")
      #expect(answer.outcome == "503 /problems/peer-unavailable")
    }
  }

  @Test(
    "days that are none are refused, and figures are for the staff",
    arguments: ["figures", "paths"])
  func refusals(what: String) async throws {
    try await MockWorld.run { world in
      let path = "/api/staff/\(what)"
      for (query, field) in [
        ("from=2026-02-30", "`from`"), ("to=yesterday", "`to`"), ("from=1969-12-31", "`from`"),
        ("from=2026-02-02&to=2026-02-01", "`from`"),
      ] {
        let answer = try await world.staff(on: .web, "\(path)?\(query)", method: "GET")
        #expect(answer.outcome == "422 /problems/invalid-request", "\(query)")
        #expect(answer.json["detail"].text.contains(field), "\(query)")
      }
      let usual = try await world.staff(on: .mini, path, method: "GET").json
      #expect(usual["to"].text == world.day() && usual["from"].text == world.day(after: -7))
      let stranger = try await world.visitor(.web).call("GET", path)
      #expect(stranger.outcome == "401 /problems/staff-only")
    }
  }
}
