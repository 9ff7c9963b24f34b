import MockKit
import Mocks
import Testing

@Suite struct RefundTests {
  @Test(
    "a refund takes the points back and returns the pieces, on both sides",
    arguments: ShopSide.allCases, ShopSide.allCases)
  func reverses(origin: ShopSide, actor: ShopSide) async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let id = try await customer.order(on: origin)
      _ = try await customer.act("pay", on: id, at: actor)
      #expect(try await customer.points(on: actor)["balance"].int == 31)
      let refunded = try await customer.act("refund", on: id, at: actor)
      #expect(refunded.json["status"].text == "refunded")
      #expect(refunded.json["refundedAmount"].text == "31.96")
      #expect(try await customer.points(on: actor)["balance"].int == 0)
      try await world.settle()
      for side in ShopSide.allCases {
        #expect(try await customer.show(id, on: side) == refunded.json)
        let ledger = try await customer.points(on: side)
        #expect(ledger["balance"].int == 0)
        #expect(
          Set(ledger["entries"].list.map { $0["entryId"].text }) == ["pt_\(id)", "pt_\(id)_refund"])
        #expect(try await world.stock(of: "cup-celadon", on: side) == 500)
      }
      #expect(try await world.counter("cup-celadon") == (500, 0))
      #expect(
        try await customer.act("refund", on: id, at: actor).outcome
          == "409 /problems/not-refundable")
    }
  }

  @Test("refunded on both sides at the same instant, it is refunded once")
  func once() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let id = try await customer.order(on: .mini)
      _ = try await customer.act("pay", on: id, at: .mini)
      try await world.settle()
      let outcomes = try await withThrowingTaskGroup { group in
        for number in 0..<20 {
          group.addTask {
            try await customer.act("refund", on: id, at: number.isMultiple(of: 2) ? .web : .mini)
              .status
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(outcomes.count { $0 == 200 } == 1 && outcomes.count { $0 == 409 } == 19)
      try await world.settle()
      #expect(try await world.counter("cup-celadon") == (500, 0))
      for side in ShopSide.allCases {
        #expect(try await customer.points(on: side)["balance"].int == 0)
      }
    }
  }

  @Test(
    "a request is made on one side and decided on the other, and both show the decision",
    arguments: ShopSide.allCases)
  func approves(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let id = try await customer.order(on: .mini)
      let body = #"{"kind":"return","reason":"破损"}"#
      let path = "/api/orders/\(id)/after-sales"
      let visitor = customer.visitor(side)
      _ = try await customer.act("pay", on: id, at: side)
      let early = try await visitor.call("POST", path, body)
      #expect(early.outcome == "409 /problems/after-sales-not-possible")
      try await world.settle()
      _ = try await customer.ship(id, at: side)
      let asked = try await visitor.call("POST", path, body)
      #expect(asked.status == 201 && asked.json["status"].text == "requested")
      #expect(asked.json["amount"].text == "31.96" && asked.json["orderId"].text == id)
      let again = try await visitor.call("POST", path, body)
      #expect(again.outcome == "409 /problems/after-sales-open")
      try await world.settle()
      let request = asked.json["afterSalesId"].text
      let decided = try await world.staff(
        on: side.other, "/api/staff/after-sales/\(request)/decision",
        #"{"approve":true,"note":"同意"}"#)
      #expect(decided.json["status"].text == "approved" && decided.json["note"].text == "同意")
      try await world.settle()
      for side in ShopSide.allCases {
        let visitor = customer.visitor(side)
        #expect(
          try await visitor.call("GET", "/api/after-sales/\(request)").json == decided.json)
        #expect(
          try await visitor.call("GET", "/api/after-sales").json["items"] == .list([decided.json]))
        #expect(try await customer.show(id, on: side)["status"].text == "refunded")
        #expect(try await customer.points(on: side)["balance"].int == 0)
      }
      #expect(try await world.counter("cup-celadon") == (500, 0))
    }
  }

  @Test("a part that is refunded leaves the goods and the points of the rest")
  func part() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let id = try await customer.order(on: .web)
      _ = try await customer.act("pay", on: id, at: .web)
      let path = "/api/orders/\(id)/after-sales"
      let tooMuch = try await customer.web.call(
        "POST", path, #"{"kind":"refund","reason":"x","amount":"31.97"}"#)
      #expect(tooMuch.outcome == "422 /problems/invalid-request")
      #expect(tooMuch.json["detail"].text.contains(#""0.01" to "31.96""#))
      let asked = try await customer.web.call(
        "POST", path, #"{"kind":"refund","reason":"x","amount":"10.00"}"#)
      let open = try await customer.act("refund", on: id, at: .web)
      #expect(open.outcome == "409 /problems/after-sales-open")
      _ = try await world.staff(
        on: .web, "/api/staff/after-sales/\(asked.json["afterSalesId"].text)/decision",
        #"{"approve":true}"#)
      try await world.settle()
      for side in ShopSide.allCases {
        #expect(try await customer.show(id, on: side)["refundedAmount"].text == "10.00")
        #expect(try await customer.points(on: side)["balance"].int == 21)
      }
      #expect(try await world.counter("cup-celadon") == (498, 0))
    }
  }

  @Test("a request that is rejected or withdrawn changes nothing and makes room for another")
  func closes() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let id = try await customer.order(on: .web)
      _ = try await customer.act("pay", on: id, at: .web)
      try await world.settle()
      func ask(_ side: ShopSide) async throws -> String {
        let answer = try await customer.visitor(side).call(
          "POST", "/api/orders/\(id)/after-sales", #"{"kind":"refund","reason":"x"}"#)
        #expect(answer.status == 201, "\(answer.text)")
        return answer.json["afterSalesId"].text
      }
      let first = try await ask(.mini)
      let withdrawn = try await customer.mini.call("POST", "/api/after-sales/\(first)/withdraw")
      #expect(withdrawn.json["status"].text == "withdrawn")
      let second = try await ask(.mini)
      let rejected = try await world.staff(
        on: .mini, "/api/staff/after-sales/\(second)/decision", #"{"approve":false}"#)
      #expect(rejected.json["status"].text == "rejected")
      let late = try await customer.web.call("POST", "/api/after-sales/\(second)/withdraw")
      #expect(late.outcome == "409 /problems/after-sales-closed")
      try await world.settle()
      #expect(try await customer.show(id, on: .mini)["status"].text == "paid")
      let list = try await customer.web.call("GET", "/api/after-sales").json["items"].list
      #expect(Set(list.map { $0["status"].text }) == ["withdrawn", "rejected"])
      let other = try await world.register("13912345679", on: .web)
      #expect(
        try await other.call("GET", "/api/after-sales/\(first)").outcome
          == "404 /problems/after-sales-not-found")
    }
  }
}
