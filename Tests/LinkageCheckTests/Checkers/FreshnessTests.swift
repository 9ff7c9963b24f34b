import LinkageCheck
import LinkageCore
import Testing
import Values

@Suite("A read never trails by a whole change")
struct FreshnessTests {
  private func order(_ version: Int64) -> Value { ["orderId": "o1", "version": .int(version)] }

  @Test("the state before a change that had the time to arrive is stale, whoever reads it")
  func stale() throws {
    var shop = TinyShop()
    shop.write("alice", "web", "order", at: (1, 2), out: order(1))
    let write = shop.write("alice", "web", "order", at: (3, 4), out: order(2))
    shop.read("bob", "mini", "order", at: (1_003, 1_006), out: order(1))
    let read = shop.read("bob", "mini", "order", at: (1_005, 1_006), out: order(1))
    #expect(
      try shop.check(Freshness())
        == CheckResult(
          checker: "freshness", judgement: .fail, observed: 1,
          violations: [
            .init(
              type: .stale, witness: [write, read], step: .init(case: 0, step: 3),
              entity: "order", key: "o1", platform: "mini", field: "version",
              facts: [.init("expected", 2), .init("found", 1)])
          ]))
  }

  @Test("a status that lies before the one written is stale where no number tells")
  func statuses() throws {
    var shop = TinyShop()
    shop.write("alice", "web", "order", at: (1, 2), out: ["orderId": "o1", "status": "shipped"])
    shop.read(
      "alice", "mini", "order", at: (1_005, 1_006), out: ["orderId": "o1", "status": "paid"])
    #expect(try shop.check(Freshness()).violations.map(\.field) == ["status"])
  }

  @Test("a newer status by another change, a shared entity, a change still under way: not stale")
  func lookAlikes() throws {
    var newer = TinyShop()
    newer.write("alice", "web", "order", at: (1, 2), out: ["orderId": "o1", "status": "shipped"])
    newer.read(
      "alice", "mini", "order", at: (1_005, 1_006), out: ["orderId": "o1", "status": "refunded"])
    newer.read(
      "alice", "mini", "order", at: (1_007, 1_008), out: ["orderId": "o1", "status": "cancelled"])
    #expect(
      try newer.check(Freshness())
        == CheckResult(checker: "freshness", judgement: .pass, observed: 1, violations: []))

    var shared = TinyShop()
    shared.entities[0].isShared = true
    shared.write("alice", "web", "order", at: (1, 2), out: order(2))
    shared.read("alice", "mini", "order", at: (1_005, 1_006), out: order(1))
    #expect(try shared.check(Freshness()).judgement == .unknown)

    var underWay = TinyShop()
    underWay.write("alice", "web", "order", at: (1, 6), out: order(2))
    underWay.read("alice", "mini", "order", at: (1_005, 1_006), out: order(1))
    #expect(try underWay.check(Freshness()).judgement == .unknown)
  }
}
