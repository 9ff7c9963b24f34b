import MockKit
import Mocks
import Testing

@Suite struct ExtremeValueTests {
  static let amounts = [
    "92233720368547758.07", "92233720368547758.08", "99999999999999999.99", "10000000000000.00",
    "999999999999999999999999.99",
  ]

  @Test("an amount beyond counting is refused and harms nobody", arguments: amounts)
  func refusesAmounts(amount: String) async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let id = try await customer.order(on: .web)
      _ = try await customer.act("pay", on: id, at: .web)
      let asked = try await customer.web.call(
        "POST", "/api/orders/\(id)/after-sales",
        #"{"kind":"refund","reason":"x","amount":"\#(amount)"}"#)
      #expect(asked.outcome == "422 /problems/invalid-request")
      #expect(asked.json["detail"].text.contains("`amount`"))
      let event = LinkSender.event(
        "evt_1", "coupon.changed", #"{"discount":"\#(amount)","minimum":"1.00"}"#)
      let delivered = try await LinkSender(world: world).send("evt_1", event)
      #expect(delivered.outcome == "422 /problems/invalid-request")
      #expect(try await world.visitor(.mini).call("GET", "/health").status == 200)
    }
  }

  @Test(
    "products that could not be counted are not seeded",
    arguments: [
      ("\"92233720368547758.07\"", "1", "`products[0].price`"),
      ("\"1000000.01\"", "1", "`products[0].price`"), ("\"1.00\"", "-1", "`products[0].stock`"),
      ("\"1.00\"", "9223372036854775807", "`products[0].stock`"),
    ])
  func refusesSeeds(price: String, stock: String, field: String) async throws {
    try await MockWorld.run { world in
      let answer = try await world.visitor(.console).call(
        "POST", "/_admin/v1/seed",
        #"{"products":[{"sku":"mx","name":"a","nameEn":"b","category":"tea","price":\#(price),"stock":\#(stock)}]}"#
      )
      #expect(answer.outcome == "422 /problems/invalid-request")
      #expect(answer.json["detail"].text.contains(field))
      #expect(try await world.visitor(.web).call("GET", "/api/products/mx").status == 404)
    }
  }

  @Test(
    "names that nobody can read are refused",
    arguments: [" ", #"\u200b"#, #"a\u0007"#, #"ab\u0000cd"#, #"\u0000"#])
  func refusesNames(name: String) async throws {
    try await MockWorld.run { world in
      let visitor = try await world.register("13912345678", on: .web)
      let before = try await visitor.call("GET", "/api/member")
      let answer = try await visitor.call(
        "PATCH", "/api/member", #"{"name":"\#(name)"}"#,
        headers: [("If-Match", before.wire.header("etag") ?? "")])
      #expect(answer.outcome == "422 /problems/invalid-request")
      #expect(try await visitor.call("GET", "/api/member").json == before.json)
    }
  }

  @Test("a number that is no whole one is named for what it is")
  func namesNumbers() async throws {
    try await MockWorld.run { world in
      let visitor = try await world.register("13912345678", on: .web)
      for number in ["1.5", "9223372036854775808"] {
        let answer = try await visitor.call(
          "POST", "/api/points/earn", #"{"amount":\#(number),"reason":"x"}"#)
        #expect(answer.outcome == "422 /problems/invalid-request")
        #expect(answer.json["detail"].text.contains("no whole one"))
      }
    }
  }

  @Test("who has not arrived at the platform that decides is told to come again, and may")
  func comesAgain() async throws {
    try await MockWorld.run { world in
      world.set.setLink(LinkFaults(latency: .seconds(3600)))
      let visitor = try await world.register("13912345678", on: .web)
      let key = [("Idempotency-Key", "\"k-00000001\"")]
      let early = try await visitor.call(
        "POST", "/api/coupons", #"{"offer":"spring-20"}"#, headers: key)
      #expect(early.outcome == "503 /problems/peer-unavailable")
      #expect(early.wire.header("retry-after") == "1")
      world.set.clock.advance(by: .seconds(3600))
      try await world.settle()
      let again = try await visitor.call(
        "POST", "/api/coupons", #"{"offer":"spring-20"}"#, headers: key)
      #expect(again.status == 201)
    }
  }
}
