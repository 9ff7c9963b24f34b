import MockKit
import Mocks
import Testing

@Suite struct LevelTests {
  @Test("the levels say what they need and give", arguments: ShopSide.allCases)
  func lists(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let levels = try await world.visitor(on: side).call("GET", "/api/levels").json["items"].list
      #expect(levels.map { $0["level"].text } == ["bronze", "silver", "gold", "platinum"])
      #expect(levels.map { $0["from"].text } == ["0.00", "500.00", "2000.00", "5000.00"])
      #expect(levels.map { $0["discountPercent"].int } == [0, 2, 5, 10])
    }
  }

  @Test("what is paid on one side raises the level on both", arguments: ShopSide.allCases)
  func raises(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let both = try await world.both("13912345678")
      let here = try #require(both[side])
      let order = try await here.order("tea-longjing", 4).json
      #expect(try await here.member["level"].text == "bronze")
      try await here.call("POST", "/api/orders/\(order["orderId"].text)/pay")
      #expect(try await here.member["level"].text == "silver")
      try await world.settle()
      #expect(try await both[side.other]?.member["level"].text == "silver")
    }
  }

  @Test("orders of both sides count together, wherever they were made")
  func addsUp() async throws {
    try await MockWorld.run { world in
      let both = try await world.both("13912345678")
      world.set.setLink(LinkFaults(down: true))
      for visitor in both.values {
        let order = try await visitor.order("tea-longjing", 2).json
        try await visitor.call("POST", "/api/orders/\(order["orderId"].text)/pay")
        #expect(try await visitor.member["level"].text == "bronze")
      }
      world.set.setLink(LinkFaults())
      try await world.settle()
      for visitor in both.values { #expect(try await visitor.member["level"].text == "silver") }
    }
  }

  @Test("of an order that is refunded in part, the rest still counts")
  func countsTheRest() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let first = try await customer.order("tea-longjing", 3, on: .web)
      _ = try await customer.act("pay", on: first, at: .web)
      let asked = try await customer.web.call(
        "POST", "/api/orders/\(first)/after-sales",
        #"{"kind":"refund","reason":"x","amount":"10.00"}"#)
      _ = try await world.staff(
        on: .web, "/api/staff/after-sales/\(asked.json["afterSalesId"].text)/decision",
        #"{"approve":true}"#)
      #expect(try await customer.web.member["level"].text == "bronze")
      // 374.00 stay paid, 128.00 more make 502.00.
      let second = try await customer.order("tea-longjing", 1, on: .web)
      _ = try await customer.act("pay", on: second, at: .web)
      try await world.settle()
      #expect(try await customer.web.member["level"].text == "silver")
      #expect(try await customer.mini.member["level"].text == "silver")
    }
  }
}
