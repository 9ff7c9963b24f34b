import MockKit
import Mocks
import Testing

@Suite struct PointsShareTests {
  private func book(_ kind: String, _ amount: Int, _ visitor: Visitor) async throws -> Answer {
    try await visitor.call(
      "POST", "/api/points/\(kind)", #"{"amount":\#(amount),"reason":"x"}"#)
  }

  private func ledger(_ visitor: Visitor) async throws -> JSON {
    try await visitor.call("GET", "/api/points").json.without("syncNotice")
  }

  @Test(
    "what was earned on the other side can be spent here, even before it has arrived",
    arguments: ShopSide.allCases)
  func spendsThere(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let both = try await world.both("13912345678")
      let (here, there) = (try #require(both[side]), try #require(both[side.other]))
      try await world.settle()
      world.set.setLink(LinkFaults(latency: .milliseconds(3_600_000)))
      #expect(try await book("earn", 30, here).status == 201)
      let spent = try await book("spend", 20, there)
      #expect(spent.status == 201 && spent.json["points"].int == 10)
      #expect(try await ledger(there)["entries"].list.compactMap { $0["amount"].int } == [30, -20])
      #expect(try await book("spend", 11, there).outcome == "409 /problems/not-enough-points")
      #expect(try await book("spend", 11, here).outcome == "409 /problems/not-enough-points")
      #expect(try await book("spend", 10, here).status == 201)
      world.set.clock.advance(by: .seconds(3600))
      try await world.settle()
      #expect(try await ledger(here) == ledger(there))
      #expect(try await ledger(here)["balance"].int == 0)
    }
  }

  @Test("with the link down each side spends its share, and the rest has to wait")
  func spendsShare() async throws {
    try await MockWorld.run { world in
      let both = try await world.both("13912345678")
      let (web, mini) = (try #require(both[.web]), try #require(both[.mini]))
      _ = try await book("earn", 30, web)
      _ = try await book("earn", 5, mini)
      try await world.settle()
      world.set.setLink(LinkFaults(down: true))
      #expect(try await book("spend", 6, mini).outcome == "503 /problems/peer-unavailable")
      #expect(try await book("spend", 36, mini).outcome == "409 /problems/not-enough-points")
      #expect(try await book("spend", 5, mini).status == 201)
      #expect(try await book("spend", 30, web).status == 201)
      world.set.setLink(LinkFaults())
      try await world.settle()
      #expect(try await ledger(web) == ledger(mini))
      #expect(try await ledger(web)["balance"].int == 0)
    }
  }

  @Test("under one idempotency key the other side is asked as often as it takes")
  func underKey() async throws {
    try await MockWorld.run { world in
      let both = try await world.both("13912345678")
      let (web, mini) = (try #require(both[.web]), try #require(both[.mini]))
      func spend(_ amount: Int) async throws -> Answer {
        try await mini.call(
          "POST", "/api/points/spend", #"{"amount":\#(amount),"reason":"x"}"#,
          headers: [("idempotency-key", "\"one\"")])
      }
      _ = try await book("earn", 30, web)
      try await world.settle()
      world.set.setLink(LinkFaults(down: true))
      #expect(try await spend(20).outcome == "503 /problems/peer-unavailable")
      world.set.setLink(LinkFaults())
      for _ in 1...3 { #expect(try await spend(20).json["points"].int == 10) }
      try await world.settle()
      #expect(try await ledger(web)["balance"].int == 10)
    }
  }

  @Test("all of it wanted on both sides at the same instant is spent once")
  func allAtOnce() async throws {
    try await MockWorld.run { world in
      let both = try await world.both("13912345678")
      let (web, mini) = (try #require(both[.web]), try #require(both[.mini]))
      for round in 1...30 {
        _ = try await book("earn", 50 + round, web)
        _ = try await book("earn", 50, mini)
        try await world.settle()
        async let here = book("spend", 100 + round, web).outcome
        async let there = book("spend", 100 + round, mini).outcome
        let outcomes = try await [here, there].sorted()
        #expect(outcomes == ["201", "409 /problems/not-enough-points"])
      }
    }
  }

  @Test(
    "a refund of an order whose points were spent leaves a debt, and nothing can be spent of it")
  func debt() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let id = try await customer.order(on: .mini)
      _ = try await customer.act("pay", on: id, at: .mini)
      #expect(try await book("spend", 31, customer.web).status == 201)
      _ = try await customer.act("refund", on: id, at: .mini)
      try await world.settle()
      _ = try await book("earn", 40, customer.web)
      try await world.settle()
      for visitor in [customer.web, customer.mini] {
        #expect(try await ledger(visitor)["balance"].int == 9)
        #expect(try await book("spend", 10, visitor).outcome == "409 /problems/not-enough-points")
      }
      #expect(try await book("spend", 9, customer.mini).json["points"].int == 0)
    }
  }

  @Test("points that were handed over are spent once, however often that is told")
  func handsOverOnce() async throws {
    try await MockWorld.run { world in
      let mini = try await world.register("13912345678", on: .mini)
      let member = try await mini.member["memberId"].text
      _ = try await book("earn", 10, mini)
      try await world.settle()
      let sender = LinkSender(world: world, path: "/_link/commands")
      func give(_ id: String, _ amount: Int) async throws -> Answer {
        try await sender.send(
          id,
          #"{"id":"\#(id)","type":"points.give","data":{"moveId":"mv_1","memberId":"\#(member)","amount":\#(amount)}}"#
        )
      }
      for _ in 1...2 { #expect(try await give("cmd_1", 8).status == 200) }
      #expect(try await give("cmd_2", 3).outcome == "409 /problems/not-enough-points")
      #expect(try await book("spend", 2, mini).status == 201)
      #expect(try await book("spend", 8, mini).json["points"].int == 0)
      let short = try await book("spend", 1, mini)
      #expect(short.outcome == "409 /problems/not-enough-points")
    }
  }

  @Test(
    "hundreds earn and spend one member's points on both sides: nothing is lost or doubled, and nothing goes below zero"
  )
  func hammer() async throws {
    try await MockWorld.run { world in
      let both = try await world.both("13912345678")
      let booked = try await withThrowingTaskGroup(of: Int.self) { group in
        for number in 0..<600 {
          let visitor = try #require(both[number.isMultiple(of: 2) ? .web : .mini])
          let (kind, amount) = (number % 3 == 0 ? "earn" : "spend", 1 + number * 7 % 23)
          group.addTask {
            let answer = try await book(kind, amount, visitor)
            if number % 10 == 0 {
              #expect(try await ledger(visitor)["balance"].int ?? -1 >= 0)
            }
            guard answer.status == 201 else {
              #expect(answer.outcome == "409 /problems/not-enough-points")
              return 0
            }
            #expect(answer.json["points"].int ?? -1 >= 0)
            return kind == "earn" ? amount : -amount
          }
        }
        return try await group.reduce(0, +)
      }
      try await world.settle()
      let (web, mini) = (try #require(both[.web]), try #require(both[.mini]))
      #expect(try await ledger(web) == ledger(mini))
      #expect(try await ledger(web)["balance"].int == booked)
      #expect(try await ledger(web)["balance"].int ?? -1 >= 0)
    }
  }
}
