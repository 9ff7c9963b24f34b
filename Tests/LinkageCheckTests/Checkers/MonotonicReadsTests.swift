import LinkageCheck
import LinkageCore
import Testing
import Values

@Suite("What was seen once is seen after")
struct MonotonicReadsTests {
  private let o1: Value = ["orderId": "o1"]
  private func order(_ version: Int64, _ status: String = "paid") -> Value {
    ["orderId": "o1", "status": .string(status), "version": .int(version)]
  }

  private func violations(_ shop: TinyShop) throws -> [CheckResult.Violation] {
    try shop.check(MonotonicReads()).violations
  }

  @Test("a version that goes back has flickered")
  func version() throws {
    var shop = TinyShop()
    shop.read("alice", "mini", "order", at: (1, 2), out: order(1))
    let high = shop.read("alice", "mini", "order", at: (3, 4), out: order(2))
    let low = shop.read("alice", "mini", "order", at: (5, 6), out: order(1))
    #expect(
      try shop.check(MonotonicReads())
        == CheckResult(
          checker: "monotonic-reads", judgement: .fail, observed: 1,
          violations: [
            .init(
              type: .flickered, witness: [high, low], step: .init(case: 0, step: 2),
              entity: "order", key: "o1", platform: "mini", field: "version",
              facts: [.init("expected", 2), .init("found", 1)])
          ]))
  }

  @Test("seen, then not found: flickered")
  func gone() throws {
    var shop = TinyShop()
    let seen = shop.read("alice", "mini", "order", at: (1, 2), out: order(1))
    let gone = shop.read(
      "alice", "mini", "order", at: (3, 4), .refused(error: "order_not_found"), with: o1)
    #expect(
      try violations(shop) == [
        .init(
          type: .flickered, witness: [seen, gone], step: .init(case: 0, step: 1), entity: "order",
          key: "o1", platform: "mini")
      ])
  }

  @Test("a change that one probe saw and then missed has flickered, and is told once")
  func probe() throws {
    var shop = TinyShop()
    shop.write("alice", "web", "order", at: (1, 2), out: order(2))
    let step = shop.step(
      "mini", "alice", "look", reads: ["order"], writes: [],
      sync: .init(
        since: ["change0"], writes: [0], link: Link(entity: "order", from: "web", to: "mini"),
        within: .seconds(1), slo: nil, promised: nil, hold: .seconds(1)))
    let seen = shop.done(
      step, platform: "mini", (3, 4), .ok, o1, order(2), read: 0, conditions: [])
    let missed = shop.done(
      step, platform: "mini", (5, 6), .refused(error: "order_not_found"), o1, .null, read: 1)
    #expect(
      try violations(shop) == [
        .init(
          type: .flickered, witness: [seen, missed], step: step, entity: "order", platform: "mini")
      ])
  }

  @Test("two sides that everybody changes agree and then differ: no flicker")
  func sharedParity() throws {
    for (isShared, count) in [(true, 0), (false, 1)] {
      var shop = TinyShop()
      shop.entities[0].isShared = isShared
      shop.write("alice", "web", "order", at: (1, 2), out: order(2))
      let step = shop.step(
        "mini", "alice", "compare", reads: ["order"], writes: [],
        kind: .parity(reads: ["web", "mini"], entity: "order"),
        sync: .init(
          since: ["change0"], writes: [0], link: Link(entity: "order", from: "web", to: "mini"),
          within: .seconds(1), slo: nil, promised: nil, hold: nil))
      shop.done(step, platform: "mini", (3, 4), .ok, o1, order(2), read: 0, conditions: [])
      shop.done(step, platform: "mini", (5, 6), .refused(error: "differs"), o1, .null, read: 1)
      #expect(try violations(shop).count == count)
    }
  }

  @Test("overlapping, on another platform, by somebody else or in another case: no flicker")
  func lookAlikes() throws {
    for (actor, platform, times, number) in [
      ("alice", "mini", (2, 5), 0), ("alice", "web", (5, 6), 0), ("bob", "mini", (5, 6), 0),
      ("alice", "mini", (5, 6), 1),
    ] as [(String, String, (Int64, Int64), Int)] {
      var shop = TinyShop()
      shop.read("alice", "mini", "order", at: (1, 3), out: order(2))
      shop.read(actor, platform, "order", at: times, out: order(1), in: number)
      #expect(try violations(shop) == [])
    }
  }

  @Test("nothing was read twice: unknown")
  func nothing() throws {
    var shop = TinyShop()
    shop.read("alice", "mini", "order", at: (1, 3), out: order(2))
    #expect(
      try shop.check(MonotonicReads())
        == CheckResult(checker: "monotonic-reads", judgement: .unknown, observed: 0, violations: [])
    )
  }
}
