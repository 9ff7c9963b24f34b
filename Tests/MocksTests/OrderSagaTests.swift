import Foundation
import MockKit
import Mocks
import Testing

@Suite struct OrderSagaTests {
  @Test("what an order had taken when its shop was killed is given back at the next start")
  func recovers() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var options = try MockWorld.options
    options.dataDirectory = folder
    var (kept, lost) = ("", "")
    try await MockWorld.run(options) { world in
      let web = try await world.register("13912345678", on: .web)
      kept = try await web.order("pot-yixing", 3).json["orderId"].text
      lost = try await web.order("pot-yixing", 4).json["orderId"].text
      try await world.settle()
      #expect(try await world.counter("pot-yixing") == (23, 7))
    }
    // Killed after the pieces were taken and before the order's own transaction.
    try MockDatabaseFile("\(folder)/web.sqlite").run(
      """
      INSERT INTO order_intents (order_id, member_id) SELECT id, member_id FROM orders
      WHERE id = '\(lost)';
      DELETE FROM orders WHERE id = '\(lost)';
      """)
    try await MockWorld.run(options) { world in
      try await eventually { try await world.counter("pot-yixing") == (27, 3) ? true : nil }
      let counter = world.visitor(.counter)
      let states = [
        try await counter.call("GET", "/api/reservations/\(kept)").json["state"].text,
        try await counter.call("GET", "/api/reservations/\(lost)").json["state"].text,
      ]
      #expect(states == ["held", "released"])
      try await world.settle()
      for side in ShopSide.allCases {
        #expect(try await world.stock(of: "pot-yixing", on: side) == 27)
      }
    }
  }

  @Test("where the counter's answer is lost the order is not made, and its pieces come back")
  func lostAnswer() async throws {
    try await MockWorld.run { world in
      let counter = try #require(world.set.urls[.counter])
      let deaf = DeafCounter(counter: counter)
      try await deaf.run { url in
        var options = try MockWorld.options
        options.only = .web
        options.peers = [.mini: "http://127.0.0.1:1", .counter: url]
        try await MockWorld.run(options) { shop in
          let web = try await shop.register("13912345678", on: .web)
          let answer = try await web.order("pot-yixing", 4)
          #expect(answer.outcome == "503 /problems/stock-unavailable")
          #expect(try await web.call("GET", "/api/orders").json["items"] == .list([]))
          #expect(deaf.reservations == 1)
          try await eventually {
            try await world.counter("pot-yixing") == (30, 0) ? true : nil
          }
        }
      }
    }
  }
}
