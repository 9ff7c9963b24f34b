import Foundation
import MockKit
import Mocks
import Testing

@Suite struct StockTests {
  @Test(
    "what is ordered, paid, cancelled and refunded is the same at the counter and on both sides",
    arguments: ShopSide.allCases)
  func agrees(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let customer = try await Customer.join(world)
      func expect(_ stock: Int, _ reserved: Int) async throws {
        try await world.settle()
        #expect(try await world.counter("cup-celadon") == (stock, reserved))
        for side in ShopSide.allCases {
          #expect(try await world.stock(of: "cup-celadon", on: side) == stock)
        }
      }
      let paid = try await customer.order(on: side)
      try await expect(498, 2)
      _ = try await customer.act("pay", on: paid, at: side)
      try await expect(498, 0)
      let cancelled = try await customer.order("cup-celadon", 5, on: side)
      try await expect(493, 5)
      _ = try await customer.act("cancel", on: cancelled, at: side.other)
      try await expect(498, 0)
      _ = try await customer.act("refund", on: paid, at: side.other)
      try await expect(500, 0)
    }
  }

  @Test("hundreds who fight for the last thirty on both sides get thirty")
  func hammer() async throws {
    try await MockWorld.run { world in
      let visitors = try await withThrowingTaskGroup { group in
        for number in 0..<20 {
          group.addTask {
            try await world.register(
              "139123400\(10 + number)", on: number.isMultiple(of: 2) ? .web : .mini)
          }
        }
        return try await group.reduce(into: [Visitor]()) { $0.append($1) }
      }
      let outcomes = try await withThrowingTaskGroup { group in
        for number in 0..<300 {
          let visitor = visitors[number % visitors.count]
          group.addTask { try await visitor.order("pot-yixing", 1).outcome }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(outcomes.count { $0 == "201" } == 30)
      #expect(outcomes.count { $0 == "409 /problems/out-of-stock" } == 270)
      try await world.settle()
      #expect(try await world.counter("pot-yixing") == (0, 30))
      for side in ShopSide.allCases {
        #expect(try await world.stock(of: "pot-yixing", on: side) == 0)
      }
    }
  }

  @Test("the clerk sells the last piece at the counter, and nobody can order it any more")
  func adjusts() async throws {
    try await MockWorld.run { world in
      let web = try await world.register("13912345678", on: .web)
      let path = "/api/stock/print-limited/adjustments"
      let counter = world.visitor(.counter)
      let refused = try await counter.call("POST", path, #"{"change":-1}"#)
      #expect(refused.outcome == "401 /problems/staff-only")
      let sold = try await counter.call(
        "POST", path, #"{"change":-1}"#, headers: [MockWorld.clerk])
      #expect(sold.json["stock"].int == 0 && sold.json["version"].int == 2)
      try await world.settle()
      for side in ShopSide.allCases {
        #expect(try await world.stock(of: "print-limited", on: side) == 0)
      }
      #expect(try await web.order("print-limited", 1).outcome == "409 /problems/out-of-stock")
      let more = try await counter.call(
        "POST", path, #"{"change":-1}"#, headers: [MockWorld.clerk])
      #expect(more.outcome == "409 /problems/out-of-stock")
      let unknown = try await counter.call("GET", "/api/stock/no-such")
      #expect(unknown.outcome == "404 /problems/product-not-found")
      let nearest = try await counter.call("GET", "/api/stok")
      #expect(nearest.outcome == "404 /problems/unknown-route")
      #expect(nearest.json["detail"].text.contains("GET /api/stock"))
    }
  }

  @Test("without a counter system nothing is ordered, and the answer says what to start")
  func unavailable() async throws {
    var options = try MockWorld.options
    options.only = .web
    options.peers = [.mini: "http://127.0.0.1:1", .counter: "http://127.0.0.1:1"]
    try await MockWorld.run(options) { world in
      let web = try await world.register("13912345678", on: .web)
      let answer = try await web.order("cup-celadon", 1)
      #expect(answer.outcome == "503 /problems/stock-unavailable")
      #expect(answer.wire.header("retry-after") == "1")
      #expect(answer.json["detail"].text.contains("linkage mock --only counter"))
      #expect(try await web.call("GET", "/api/orders").json["items"] == .list([]))
      #expect(try await world.stock(of: "cup-celadon", on: .web) == 500)
    }
  }

  @Test("a shop that was away hears what the counter has when it starts")
  func catchesUp() async throws {
    var alone = try MockWorld.options
    alone.only = .counter
    alone.peers = [.web: "http://127.0.0.1:1", .mini: "http://127.0.0.1:1"]
    try await MockWorld.run(alone) { counter in
      _ = try await counter.visitor(.counter).call(
        "POST", "/api/stock/cup-celadon/adjustments", #"{"change":-100}"#,
        headers: [MockWorld.clerk])
      var shop = try MockWorld.options
      shop.only = .web
      shop.peers = [
        .mini: "http://127.0.0.1:1", .counter: counter.set.urls[.counter] ?? "",
      ]
      try await MockWorld.run(shop) { web in
        try await eventually {
          try await web.stock(of: "cup-celadon", on: .web) == 400 ? true : nil
        }
        let visitor = try await web.register("13912345678", on: .web)
        #expect(try await visitor.order("cup-celadon", 3).status == 201)
        #expect(try await counter.counter("cup-celadon") == (397, 3))
      }
    }
  }

  @Test("a reservation is one for an order, and none once it was given back")
  func reservations() async throws {
    try await MockWorld.run { world in
      let sender = LinkSender(world: world, path: "/api/reservations", server: .counter)
      let changes = LinkSender(world: world, path: "/api/reservations/changes", server: .counter)
      func body(_ order: String, _ quantity: Int) -> String {
        #"{"orderId":"\#(order)","side":"web","items":[{"sku":"pot-yixing","quantity":\#(quantity)}]}"#
      }
      func change(_ order: String, _ action: String) -> String {
        #"{"changes":[{"orderId":"\#(order)","action":"\#(action)"}]}"#
      }
      for _ in 0..<2 { #expect(try await sender.send("W1", body("W1", 4)).status == 201) }
      #expect(try await world.counter("pot-yixing") == (26, 4))
      for _ in 0..<2 {
        #expect(try await changes.send("c1", change("W1", "confirm")).status == 200)
      }
      #expect(try await world.counter("pot-yixing") == (26, 0))
      for _ in 0..<2 {
        #expect(try await changes.send("c2", change("W1", "release")).status == 200)
      }
      #expect(try await world.counter("pot-yixing") == (30, 0))
      #expect(
        try await sender.send("W1", body("W1", 4)).outcome == "409 /problems/reservation-released")
      // What was given up before it arrived takes nothing either.
      #expect(try await changes.send("c3", change("W2", "release")).status == 200)
      #expect(
        try await sender.send("W2", body("W2", 4)).outcome == "409 /problems/reservation-released")
      #expect(try await sender.send("W3", body("W3", 31)).outcome == "409 /problems/out-of-stock")
      let unsigned = try await world.visitor(.counter).call(
        "POST", "/api/reservations", body("W4", 1))
      #expect(unsigned.outcome == "401 /problems/bad-signature")
      #expect(try await world.counter("pot-yixing") == (30, 0))
      let seen = try await world.visitor(.counter).call("GET", "/api/reservations/W1").json
      #expect(seen["state"].text == "released" && seen["items"][0]["quantity"].int == 4)
    }
  }
}
