import MockKit
import Mocks
import Testing

@Suite struct PromptTests {
  private static let day: Int64 = 86_400_000

  /// How long the day of Shanghai still lasts.
  private static func rest(of world: MockWorld) -> Duration {
    .milliseconds(day - (world.set.clock.milliseconds + 8 * 3_600_000) % day)
  }

  @Test(
    "a member is shown one a day, on both platforms together, which leads to the other one",
    arguments: ShopSide.allCases)
  func once(side: ShopSide) async throws {
    try await MockWorld.run { world in
      world.set.clock.advance(by: Self.rest(of: world))
      let customer = try await Customer.join(world)
      let (here, there) = (customer.visitor(side), customer.visitor(side.other))
      let first = try await here.prompt()
      #expect(first["show"] == .bool(true) && first["dismissible"] == .bool(true))
      #expect(first["kind"].text == (side == .web ? "open-mini-program" : "open-website"))
      let next = first["nextAt"].text
      #expect(next.hasSuffix("T16:00:00.000Z") && next > world.set.clock.timestamp)
      for visitor in [here, there, here, there] {
        let again = try await visitor.prompt(on: "other")
        #expect(again["show"] == .bool(false) && again["promptId"] == .null)
        #expect(again["nextAt"].text == next && again["dismissible"] == .bool(true))
      }
      world.set.clock.advance(by: Self.rest(of: world) - .milliseconds(60_000))
      #expect(try await there.prompt()["show"] == .bool(false))
      world.set.clock.advance(by: .milliseconds(60_000))
      #expect(try await there.prompt()["show"] == .bool(true))
      #expect(try await here.prompt()["show"] == .bool(false))
      try await world.settle()
      let lists = try await [here.call("GET", "/api/prompts"), there.call("GET", "/api/prompts")]
      #expect(lists[0].json["items"] == lists[1].json["items"])
      #expect(
        lists[0].json["items"].list.map { $0["platform"].text }
          == [side.other.rawValue, side.rawValue])
    }
  }

  @Test("a storm from both platforms shows one, and another member has one of his own")
  func storm() async throws {
    try await MockWorld.run { world in
      world.set.clock.advance(by: Self.rest(of: world))
      let customer = try await Customer.join(world)
      let shown = try await withThrowingTaskGroup { group in
        for number in 0..<100 {
          let visitor = customer.visitor(number.isMultiple(of: 2) ? .web : .mini)
          group.addTask { try await visitor.prompt()["show"] == .bool(true) }
        }
        return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      #expect(shown == 1)
      let other = try await Customer.join(world, "13912345679")
      #expect(try await other.mini.prompt()["show"] == .bool(true))
    }
  }

  @Test("where the website cannot be asked there is none, and the day's one is still to come")
  func unreachable() async throws {
    try await MockWorld.run { world in
      world.set.clock.advance(by: Self.rest(of: world))
      let customer = try await Customer.join(world)
      world.set.setLink(LinkFaults(down: true))
      let none = try await customer.mini.prompt()
      #expect(none["show"] == .bool(false) && none["nextAt"] == .null)
      world.set.setLink(LinkFaults())
      #expect(try await customer.mini.prompt()["show"] == .bool(true))
      #expect(try await customer.web.prompt()["show"] == .bool(false))
    }
  }

  @Test("a prompt is dismissed on either platform, by its member, and the first time counts")
  func dismisses() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let id = try await customer.web.prompt()["promptId"].text
      try await world.settle()
      let path = "/api/prompts/\(id)/dismiss"
      let dismissed = try await customer.mini.call("POST", path).json["dismissedAt"]
      try await world.settle()
      #expect(!dismissed.text.isEmpty)
      world.set.clock.advance(by: .seconds(60))
      #expect(try await customer.web.call("POST", path).json["dismissedAt"] == dismissed)
      let other = try await world.register("13912345679", on: .web)
      let refusal = "404 /problems/prompt-not-found"
      #expect(try await other.call("POST", path).outcome == refusal)
      #expect(
        try await world.visitor(.web).call("POST", path).outcome == "401 /problems/not-logged-in")
      for visitor in [customer.web, customer.mini] {
        let item = try await visitor.call("GET", "/api/prompts").json["items"][0]
        #expect(item["dismissedAt"] == dismissed && item["promptId"].text == id)
      }
    }
  }

  @Test("dismissed on both while the link is down, both end with the same time")
  func converges() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let path = "/api/prompts/\(try await customer.web.prompt()["promptId"].text)/dismiss"
      try await world.settle()
      world.set.setLink(LinkFaults(down: true))
      let first = try await customer.mini.call("POST", path).json["dismissedAt"]
      world.set.clock.advance(by: .seconds(1))
      let second = try await customer.web.call("POST", path).json["dismissedAt"]
      #expect(first.text < second.text)
      world.set.setLink(LinkFaults())
      try await world.settle()
      for visitor in [customer.web, customer.mini] {
        let item = try await visitor.call("GET", "/api/prompts").json["items"][0]
        #expect(item["dismissedAt"] == first)
      }
    }
  }
}
