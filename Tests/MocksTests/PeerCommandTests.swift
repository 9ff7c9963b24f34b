import Foundation
import MockKit
import Mocks
import Testing

@Suite struct PeerCommandTests {
  /// A member on both sides, and an order that was made on one.
  private struct Case {
    let world: MockWorld
    let visitors: [ShopSide: Visitor]
    let order: String

    func visitor(_ side: ShopSide) throws -> Visitor { try #require(visitors[side]) }

    func pay(on side: ShopSide) async throws -> Answer {
      try await visitor(side).call("POST", "/api/orders/\(order)/pay")
    }

    static func run(
      orderOn side: ShopSide, _ body: (Case) async throws -> Void
    ) async throws {
      try await MockWorld.run { world in
        let here = try await world.register("13912345678", on: side)
        let there = try await world.logInEventually("13912345678", on: side.other)
        let order = try await here.order("cup-celadon", 2)
        try await world.settle()
        try await body(
          Case(
            world: world, visitors: [side: here, side.other: there],
            order: order.json["orderId"].text))
      }
    }
  }

  @Test(
    "what is done on the other platform is decided by the order's own and read back at once",
    arguments: ShopSide.allCases)
  func decidesAtOwner(owner: ShopSide) async throws {
    try await Case.run(orderOn: owner) { test in
      test.world.set.setLink(
        LinkFaults(latency: .milliseconds(3_600_000)), direction: LinkDirection(from: owner))
      let paid = try await test.pay(on: owner.other)
      #expect(paid.status == 200)
      #expect(paid.json["status"].text == "paid" && paid.json["version"].int == 2)
      for side in ShopSide.allCases {
        let visitor = try test.visitor(side)
        #expect(
          try await visitor.call("GET", "/api/orders/\(test.order)").json.without("syncNotice")
            == paid.json)
        #expect(try await visitor.call("GET", "/api/points").json["balance"].int == 31)
      }
      test.world.set.clock.advance(by: .seconds(3600))
      try await test.world.settle()
      #expect(
        try await test.visitor(owner.other).call("GET", "/api/points").json["entries"].list.count
          == 1)
    }
  }

  @Test("an order paid on both platforms at the same instant is paid once")
  func paysOnce() async throws {
    try await Case.run(orderOn: .web) { test in
      let outcomes = try await withThrowingTaskGroup { group in
        for number in 0..<20 {
          group.addTask { try await test.pay(on: number.isMultiple(of: 2) ? .web : .mini).outcome }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(outcomes.count { $0 == "200" } == 1)
      #expect(outcomes.count { $0 == "409 /problems/not-payable" } == 19)
      try await test.world.settle()
      for side in ShopSide.allCases {
        let visitor = try test.visitor(side)
        #expect(try await visitor.call("GET", "/api/points").json["balance"].int == 31)
      }
    }
  }

  @Test("with the link down the other platform's order stays as it is, and that is said")
  func refusesWithoutLink() async throws {
    try await Case.run(orderOn: .web) { test in
      test.world.set.setLink(LinkFaults(down: true))
      let answer = try await test.pay(on: .mini)
      #expect(answer.outcome == "503 /problems/peer-unavailable")
      #expect(answer.wire.header("retry-after") == "1")
      #expect(
        answer.json["detail"].text
          == "The website decides about this. The link to it is down. Nothing was changed; try again."
      )
      #expect(try await test.pay(on: .web).status == 200)
    }
  }

  @Test("a command that is asked twice is decided once and answered alike")
  func answersTwice() async throws {
    try await Case.run(orderOn: .mini) { test in
      let sender = LinkSender(world: test.world, path: "/_link/commands")
      let member = try await test.visitor(.mini).call("GET", "/api/member").json["memberId"].text
      let body =
        #"{"id":"cmd_1","type":"order.change","data":{"action":"pay","orderId":"\#(test.order)","memberId":"\#(member)"}}"#
      let first = try await sender.send("cmd_1", body)
      #expect(first.status == 200 && first.json["order"]["status"].text == "paid")
      #expect(try await sender.send("cmd_1", body).json == first.json)
      let other = body.replacing("cmd_1", with: "cmd_2")
      #expect(try await sender.send("cmd_2", other).outcome == "409 /problems/not-payable")
    }
  }

  @Test("a command that nobody signed, or somebody altered, is refused and changes nothing")
  func wantsSignature() async throws {
    try await Case.run(orderOn: .mini) { test in
      let mini = try test.visitor(.mini)
      let member = try await mini.call("GET", "/api/member").json["memberId"].text
      let body =
        #"{"id":"cmd_1","type":"order.change","data":{"action":"pay","orderId":"\#(test.order)","memberId":"\#(member)"}}"#
      let sender = LinkSender(world: test.world, path: "/_link/commands")
      let refused = "401 /problems/bad-signature"
      #expect(try await mini.call("POST", "/_link/commands", body).outcome == refused)
      #expect(
        try await sender.send("cmd_1", body.replacing("pay", with: "pat"), altered: body).outcome
          == refused)
      #expect(try await sender.send("cmd_2", body).outcome == refused)
      let unknown = body.replacing("order.change", with: "order.forget")
      #expect(try await sender.send("cmd_1", unknown).outcome == "422 /problems/invalid-request")
      let order = try await mini.call("GET", "/api/orders/\(test.order)").json
      #expect(order["status"].text == "created")
    }
  }
}
