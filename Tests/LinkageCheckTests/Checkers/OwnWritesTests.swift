import LinkageCheck
import LinkageCore
import Testing
import Values

@Suite("An actor sees his own change where he made it")
struct OwnWritesTests {
  private let o1: Value = ["orderId": "o1"]
  private func order(_ version: Int64) -> Value { ["orderId": "o1", "version": .int(version)] }

  @Test("an older version than he has written is stale")
  func older() throws {
    var shop = TinyShop()
    shop.write("alice", "web", "order", at: (1, 2), out: order(1))
    let write = shop.write("alice", "web", "order", at: (3, 4), out: order(2))
    let read = shop.read("alice", "web", "order", at: (5, 6), out: order(1))
    #expect(
      try shop.check(ReadYourWrites())
        == CheckResult(
          checker: "read-your-writes", judgement: .fail, observed: 1,
          violations: [
            .init(
              type: .stale, witness: [write, read], step: .init(case: 0, step: 2),
              entity: "order", key: "o1", platform: "web", field: "version",
              facts: [.init("expected", 2), .init("found", 1)])
          ]))
  }

  @Test("an order that he made and does not find is stale")
  func missing() throws {
    var shop = TinyShop()
    let write = shop.write("alice", "web", "order", at: (1, 2), out: order(1))
    let read = shop.read(
      "alice", "web", "order", at: (5, 6), .refused(error: "order_not_found"), with: o1)
    #expect(
      try shop.check(ReadYourWrites()).violations == [
        .init(
          type: .stale, witness: [write, read], step: .init(case: 0, step: 1), entity: "order",
          key: "o1", platform: "web")
      ])
  }

  @Test("points that he earned and the ledger lacks are stale")
  func entry() throws {
    var shop = TinyShop()
    shop.write("alice", "web", "member", at: (1, 2), out: ["memberId": "m1"])
    let write = shop.write(
      "alice", "web", "points", at: (3, 4), out: ["entryId": "e1", "points": 5])
    let read = shop.read("alice", "web", "points", at: (5, 6), out: ["points": 0, "entries": []])
    #expect(
      try shop.check(ReadYourWrites()).violations == [
        .init(
          type: .stale, witness: [write, read], step: .init(case: 0, step: 2), entity: "points",
          key: "m1", platform: "web", field: "entries", facts: [.init("expected", "e1")])
      ])
  }

  @Test("before the answer, on the other platform, by another or without a promise: not stale")
  func lookAlikes() throws {
    for (actor, platform, times) in [
      ("alice", "web", (1, 5)), ("alice", "mini", (5, 6)), ("bob", "web", (5, 6)),
    ] as [(String, String, (Int64, Int64))] {
      var shop = TinyShop()
      shop.write("alice", "web", "order", at: (1, 3), out: order(2))
      shop.read(actor, platform, "order", at: times, out: order(1))
      #expect(try shop.check(ReadYourWrites()).violations == [])
    }
    var shop = TinyShop()
    shop.entities[0].readYourWrites = ["mini"]
    shop.write("alice", "web", "order", at: (1, 3), out: order(2))
    shop.read("alice", "web", "order", at: (5, 6), out: order(1))
    #expect(try shop.check(ReadYourWrites()).judgement == .unknown)
  }
}
