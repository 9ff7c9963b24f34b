import Foundation
import MockKit
import Mocks
import Testing

@Suite struct OrderLifeTests {
  @Test(
    "an order is paid, shipped and completed from either side, and both show the same",
    arguments: ShopSide.allCases, ShopSide.allCases)
  func completes(origin: ShopSide, actor: ShopSide) async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let id = try await customer.order(on: origin)
      var seen: [String] = []
      for step in ["pay", "ship", "confirm"] {
        let answer =
          step == "ship"
          ? try await customer.ship(id, at: actor)
          : try await customer.act(step, on: id, at: actor)
        #expect(answer.status == 200, "\(answer.text)")
        seen.append(answer.json["status"].text)
        #expect(try await customer.show(id, on: actor) == answer.json)
        try await world.settle()
        #expect(try await customer.show(id, on: actor.other) == answer.json)
      }
      #expect(seen == ["paid", "shipped", "completed"])
      let order = try await customer.show(id, on: .web)
      #expect(order["version"].int == 4 && order["origin"].text == origin.rawValue)
      let moments = ["createdAt", "paidAt", "shippedAt", "completedAt"].map { order[$0].text }
      #expect(moments == moments.sorted() && moments.allSatisfy { $0.count == 24 })
      #expect(order.keys.isDisjoint(with: ["cancelledAt", "refundedAt", "refundedAmount"]))
    }
  }

  @Test(
    "what the order's status does not allow is refused and names what it would need",
    arguments: [
      ("cancel", "not-cancellable", "expected created"),
      ("confirm", "not-confirmable", "expected shipped"),
      ("pay", "not-payable", "expected created"), ("refund", "not-refundable", "expected paid"),
    ], ShopSide.allCases)
  func refuses(_ refused: (action: String, name: String, detail: String), side: ShopSide)
    async throws
  {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let id = try await customer.order(on: .web)
      let wrong: [String: [String]] = [
        "cancel": ["pay"], "confirm": [], "pay": ["cancel"], "refund": [],
      ]
      for step in wrong[refused.action] ?? [] { _ = try await customer.act(step, on: id, at: .web) }
      let before = try await customer.show(id, on: .web)
      let answer = try await customer.act(refused.action, on: id, at: side)
      #expect(answer.outcome == "409 /problems/\(refused.name)")
      #expect(answer.json["detail"].text.contains(refused.detail))
      #expect(try await customer.show(id, on: .web) == before)
    }
  }

  @Test("the level's discount is taken off and rounded down", arguments: ShopSide.allCases)
  func discount(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let big = try await customer.order("pot-yixing", 2, on: side)
      #expect(try await customer.act("pay", on: big, at: side).status == 200)
      try await world.settle()
      for other in ShopSide.allCases {
        let order = try await customer.visitor(other).order("cup-celadon", 2).json
        #expect(order["itemsAmount"].text == "31.96" && order["memberDiscount"].text == "0.63")
        #expect(order["couponDiscount"].text == "0.00" && order["amount"].text == "31.33")
      }
    }
  }

  @Test(
    "an order that nobody pays is cancelled after half an hour and gives its pieces back",
    arguments: ShopSide.allCases)
  func unpaid(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let id = try await customer.order(on: side)
      world.set.clock.advance(by: .seconds(1790))
      try await world.settle()
      #expect(try await customer.show(id, on: side)["status"].text == "created")
      #expect(try await world.counter("cup-celadon") == (498, 2))
      world.set.clock.advance(by: .seconds(11))
      for side in ShopSide.allCases {
        try await eventually {
          try await customer.show(id, on: side)["status"].text == "cancelled" ? true : nil
        }
      }
      try await world.settle()
      #expect(try await world.counter("cup-celadon") == (500, 0))
      #expect(
        try await customer.act("pay", on: id, at: side).outcome == "409 /problems/not-payable")
    }
  }

  @Test("what became due while the shop was away is cancelled when it is back")
  func unpaidOverRestart() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var options = try MockWorld.options
    options.dataDirectory = folder
    var (id, cookie) = ("", "")
    try await MockWorld.run(options) { world in
      let web = try await world.register("13912345678", on: .web)
      id = try await web.order("cup-celadon", 2).json["orderId"].text
      cookie = try #require(web.cookie)
      try await world.settle()
    }
    try MockDatabaseFile("\(folder)/web.sqlite").run("UPDATE orders SET due_ms = due_ms - 1800000")
    try await MockWorld.run(options) { world in
      let cancelled = try await eventually {
        let order = try await world.visitor(.web).call(
          "GET", "/api/orders/\(id)", headers: [("cookie", cookie)]
        ).json
        return order["status"].text == "cancelled" ? order : nil
      }
      #expect(cancelled["version"].int == 2)
      try await world.settle()
      #expect(try await world.counter("cup-celadon") == (500, 0))
      #expect(try await world.stock(of: "cup-celadon", on: .mini) == 500)
    }
  }

  @Test(
    "paid and cancelled on both sides at the same instant, an order takes one way and no step back")
  func race() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      for round in 0..<12 {
        let id = try await customer.order(on: round.isMultiple(of: 2) ? .web : .mini)
        let outcomes = try await withThrowingTaskGroup { group in
          for side in ShopSide.allCases {
            for action in ["pay", "cancel"] {
              group.addTask {
                (action, try await customer.act(action, on: id, at: side).status)
              }
            }
          }
          return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { $0.1 == 200 } == 1)
        let won = outcomes.first { $0.1 == 200 }?.0 == "pay" ? "paid" : "cancelled"
        try await world.settle()
        for side in ShopSide.allCases {
          let order = try await customer.show(id, on: side)
          #expect(order["status"].text == won && order["version"].int == 2)
        }
      }
    }
  }

  @Test("whoever reads along on either side never sees a status go back")
  func monotonic() async throws {
    var options = try MockWorld.options
    options.linkLatency = try LinkLatency("0ms..20ms")
    try await MockWorld.run(options) { world in
      let customer = try await Customer.join(world)
      for origin in ShopSide.allCases {
        let id = try await customer.order(on: origin)
        let watchers = ShopSide.allCases.map { side in
          Task {
            var versions: [Int] = []
            while !Task.isCancelled {
              versions.append(try await customer.show(id, on: side)["version"].int ?? 0)
              try? await Task.sleep(for: .milliseconds(1))
            }
            return versions
          }
        }
        _ = try await customer.act("pay", on: id, at: origin.other)
        _ = try await customer.ship(id, at: origin)
        _ = try await customer.act("confirm", on: id, at: origin.other)
        try await world.settle()
        for watcher in watchers {
          watcher.cancel()
          let versions = try await watcher.value
          #expect(versions == versions.sorted() && !versions.contains(0))
        }
        #expect(try await customer.show(id, on: .web) == customer.show(id, on: .mini))
      }
    }
  }

  @Test("orders are listed newest first, and by status")
  func lists() async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let first = try await customer.order(on: .web)
      world.set.clock.advance(by: .seconds(1))
      let second = try await customer.order(on: .mini)
      _ = try await customer.act("cancel", on: first, at: .web)
      try await world.settle()
      for side in ShopSide.allCases {
        let visitor = customer.visitor(side)
        let ids = try await visitor.call("GET", "/api/orders").json["items"].list
          .map { $0["orderId"].text }
        #expect(ids == [second, first])
        let cancelled = try await visitor.call("GET", "/api/orders?status=cancelled").json["items"]
        #expect(cancelled.list.map { $0["orderId"].text } == [first])
        let wrong = try await visitor.call("GET", "/api/orders?status=lost")
        #expect(wrong.outcome == "422 /problems/invalid-request")
      }
    }
  }

  @Test("only the staff ships, with the right password", arguments: ShopSide.allCases)
  func staffOnly(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      let id = try await customer.order(on: .web)
      _ = try await customer.act("pay", on: id, at: .web)
      try await world.settle()
      let path = "/api/staff/orders/\(id)/ship"
      let wrong = "Basic \(Data("clerk:guess".utf8).base64EncodedString())"
      for headers in [[], [("authorization", wrong)], [("authorization", "Bearer x")]] {
        let refused = try await world.visitor(on: side).call("POST", path, headers: headers)
        #expect(refused.outcome == "401 /problems/staff-only")
        #expect(refused.wire.header("www-authenticate")?.hasPrefix("Basic realm=") == true)
      }
      let seen = try await world.staff(on: side, "/api/staff/orders/\(id)", method: "GET")
      #expect(seen.json["status"].text == "paid")
      #expect(
        try await world.staff(on: side, "/api/staff/orders/W1/ship").outcome
          == "404 /problems/order-not-found")
      #expect(try await customer.ship(id, at: side).json["status"].text == "shipped")
    }
  }
}
