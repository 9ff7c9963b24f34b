import Foundation
import MockKit
import Mocks
import Testing

@Suite struct IdempotencyTests {
  private static let body = OrderTests.body("cup-celadon", 1)

  private static func post(
    _ visitor: Visitor, _ path: String, _ body: String, key: String
  ) async throws -> Answer {
    try await visitor.call("POST", path, body, headers: [("idempotency-key", key)])
  }

  private static func orders(_ visitor: Visitor) async throws -> Int {
    try await visitor.call("GET", "/api/orders").json["items"].list.count
  }

  @Test("the same submission twice is one order and one answer", arguments: ShopSide.allCases)
  func replays(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let visitor = try await world.register("13912345678", on: side)
      let first = try await Self.post(visitor, "/api/orders", Self.body, key: "\"order-1\"")
      #expect(first.status == 201 && first.wire.header("idempotent-replayed") == nil)
      for key in ["\"order-1\"", "order-1", " \"order-1\""] {
        let again = try await Self.post(visitor, "/api/orders", Self.body, key: key)
        #expect(again.status == 201 && again.text == first.text)
        #expect(again.wire.header("content-type") == "application/json")
        #expect(again.wire.header("idempotent-replayed") == "true")
      }
      #expect(try await Self.orders(visitor) == 1)
      #expect(
        try await Self.post(visitor, "/api/orders", Self.body, key: "\"order-2\"").text
          != first.text)
    }
  }

  @Test("an order without a key is refused with a link to the documentation")
  func needsKey() async throws {
    try await MockWorld.run { world in
      let visitor = try await world.register("13912345678", on: .web)
      let answer = try await visitor.call("POST", "/api/orders", Self.body)
      #expect(answer.outcome == "400 /problems/idempotency-key-missing")
      #expect(
        answer.wire.header("link") == "</docs#idempotency>; rel=\"describedby\"; type=\"text/html\""
      )
      #expect(try await Self.orders(visitor) == 0)
      for key in ["", "\"\"", "\"a", "a b", "\"a\" b", "ключ", String(repeating: "k", count: 256)] {
        let answer = try await Self.post(visitor, "/api/orders", Self.body, key: key)
        #expect(answer.outcome == "400 /problems/idempotency-key-invalid", "\(key)")
      }
    }
  }

  @Test("a key stands for one request of one person")
  func scope() async throws {
    try await MockWorld.run { world in
      let one = try await world.register("13912345678", on: .web)
      let other = try await world.register("13912345679", on: .web)
      let mine = try await Self.post(one, "/api/orders", Self.body, key: "k")
      let theirs = try await Self.post(other, "/api/orders", Self.body, key: "k")
      #expect(theirs.status == 201 && theirs.json["orderId"] != mine.json["orderId"])
      let changed = OrderTests.body("cup-celadon", 2)
      #expect(
        try await Self.post(one, "/api/orders", changed, key: "k").outcome
          == "422 /problems/idempotency-key-reused")
      let elsewhere = try await Self.post(
        one, "/api/points/earn", #"{"amount":3,"reason":"x"}"#, key: "k")
      #expect(elsewhere.status == 201)
      let (again, _) = try await world.logIn("13912345678", on: .web)
      #expect(try await Self.post(again, "/api/orders", Self.body, key: "k").text == mine.text)
    }
  }

  @Test("a hundred at once are one, and those who come too early are told so")
  func concurrent() async throws {
    try await MockWorld.run { world in
      let visitor = try await world.register("13912345678", on: .web)
      let body = #"{"amount":7,"reason":"x"}"#
      let answers = try await withThrowingTaskGroup(of: Answer.self) { group in
        for _ in 0..<100 {
          group.addTask { try await Self.post(visitor, "/api/points/earn", body, key: "k") }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      let outcomes = Set(answers.map(\.outcome))
      #expect(outcomes.contains("201"))
      #expect(outcomes.subtracting(["201", "409 /problems/request-in-progress"]).isEmpty)
      #expect(Set(answers.filter { $0.status == 201 }.map(\.text)).count == 1)
      #expect(try await visitor.call("GET", "/api/points").json["balance"].int == 7)
    }
  }

  @Test("a refusal is final, a request that was not understood is not")
  func refusals() async throws {
    try await MockWorld.run { world in
      let visitor = try await world.register("13912345678", on: .web)
      let spend = #"{"amount":5,"reason":"x"}"#
      let refused = try await Self.post(visitor, "/api/points/spend", spend, key: "a")
      #expect(refused.outcome == "409 /problems/not-enough-points")
      try await visitor.call("POST", "/api/points/earn", spend)
      #expect(
        try await Self.post(visitor, "/api/points/spend", spend, key: "a").text == refused.text)
      let wrong = try await Self.post(visitor, "/api/points/spend", "{}", key: "b")
      #expect(wrong.outcome == "422 /problems/invalid-request")
      #expect(try await Self.post(visitor, "/api/points/spend", spend, key: "b").status == 201)
    }
  }

  @Test("a registration whose answer was lost is told again, cookie and all")
  func registration() async throws {
    try await MockWorld.run { world in
      let body = #"{"phone":"13912345678","password":"secret-1"}"#
      let first = try await Self.post(world.visitor(.web), "/api/register", body, key: "r")
      let visitor = world.visitor(.web)
      let again = try await Self.post(visitor, "/api/register", body, key: "r")
      #expect(again.status == 201 && again.text == first.text)
      #expect(try await visitor.call("GET", "/api/member").status == 200)
      #expect(
        try await Self.post(world.visitor(.web), "/api/register", body, key: "s").outcome
          == "409 /problems/phone-taken")
    }
  }

  @Test("a key is good for a day")
  func expires() async throws {
    try await MockWorld.run { world in
      let visitor = try await world.register("13912345678", on: .web)
      let first = try await Self.post(visitor, "/api/orders", Self.body, key: "k")
      world.set.clock.advance(by: .seconds(86_390))
      #expect(try await Self.post(visitor, "/api/orders", Self.body, key: "k").text == first.text)
      world.set.clock.advance(by: .seconds(20))
      #expect(try await Self.post(visitor, "/api/orders", Self.body, key: "k").text != first.text)
    }
  }

  @Test("a key outlives the server that keeps its data")
  func restart() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    var options = try MockWorld.options
    options.dataDirectory = folder.path
    var first = ""
    try await MockWorld.run(options) { world in
      let visitor = try await world.register("13912345678", on: .web)
      first = try await Self.post(visitor, "/api/orders", Self.body, key: "k").text
    }
    try await MockWorld.run(options) { world in
      let (visitor, _) = try await world.logIn("13912345678", on: .web)
      #expect(try await Self.post(visitor, "/api/orders", Self.body, key: "k").text == first)
      #expect(try await Self.orders(visitor) == 1)
    }
  }
}
