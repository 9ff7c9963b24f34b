import MockKit
import Mocks
import Testing

@Suite struct SignInTests {
  private func signIn(_ visitor: Visitor) async throws -> Answer {
    try await visitor.call("POST", "/api/sign-in")
  }

  @Test("who signs in on both platforms gets the double, each platform once a day")
  func doubles() async throws {
    try await MockWorld.run { world in
      let both = try await world.both("13912345678")
      for (side, total) in [(ShopSide.web, 5), (.mini, 10)] {
        let visitor = try #require(both[side])
        let signed = try await signIn(visitor)
        #expect(signed.status == 201 && signed.json["platform"].text == side.rawValue)
        #expect(signed.json["points"].int == 5 && signed.json["total"].int == total)
        #expect(try await signIn(visitor).outcome == "409 /problems/already-signed-in")
        try await world.settle()
        let points = try await visitor.call("GET", "/api/points").json
        #expect(points["balance"].int == total)
      }
      for visitor in both.values {
        let day = try await visitor.call("GET", "/api/sign-in").json
        #expect(day["total"].int == 10)
        #expect(day["platforms"] == .list([.text("web"), .text("mini")]))
      }
    }
  }

  @Test("the day is that of China, and the next one counts again")
  func nextDay() async throws {
    try await MockWorld.run { world in
      let visitor = try await world.register("13912345678", on: .web)
      let day: Int64 = 86_400_000
      let chinese = (world.set.clock.milliseconds + 8 * 3_600_000) % day
      world.set.clock.advance(by: .milliseconds(day - chinese - 60_000))
      let first = try await signIn(visitor)
      #expect(first.status == 201)
      world.set.clock.advance(by: .milliseconds(60_000))
      let next = try await signIn(visitor)
      #expect(next.status == 201 && next.json["date"].text > first.json["date"].text)
      #expect(next.json["total"].int == 5)
    }
  }

  @Test("a storm of sign-ins on both platforms counts once on each")
  func storm() async throws {
    try await MockWorld.run { world in
      let both = try await world.both("13912345678")
      let outcomes = try await withThrowingTaskGroup { group in
        for number in 0..<200 {
          let visitor = try #require(both[number.isMultiple(of: 2) ? .web : .mini])
          group.addTask { try await signIn(visitor).outcome }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(outcomes.count { $0 == "201" } == 2)
      #expect(outcomes.count { $0 == "409 /problems/already-signed-in" } == 198)
      try await world.settle()
      for visitor in both.values { #expect(try await visitor.member["points"].int == 10) }
    }
  }
}
