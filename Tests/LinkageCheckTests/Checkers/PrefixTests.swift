import LinkageCheck
import LinkageCore
import Testing
import Values

@Suite("Nobody sees what became of something unknown")
struct PrefixTests {
  private let o1: Value = ["orderId": "o1"]
  private let created: Value = ["orderId": "o1", "status": "created"]
  private let shipped: Value = ["orderId": "o1", "status": "shipped"]
  private let gone = Outcome.refused(error: "order_not_found")

  @Test("shipped, and then no such order: out of order")
  func outOfOrder() throws {
    var shop = TinyShop()
    shop.write("alice", "web", "order", at: (1, 2), out: created)
    let seen = shop.read("alice", "mini", "order", at: (3, 4), out: shipped)
    let missing = shop.read("alice", "mini", "order", at: (5, 6), gone, with: o1)
    #expect(
      try shop.check(Prefix())
        == CheckResult(
          checker: "prefix", judgement: .fail, observed: 1,
          violations: [
            .init(
              type: .outOfOrder, witness: [seen, missing], step: .init(case: 0, step: 2),
              entity: "order", key: "o1", platform: "mini")
          ]))
  }

  @Test("another session may lag behind as long as a link may")
  func otherSession() throws {
    for (time, isWrong) in [(Int64(7), false), (1_007, true)] {
      var shop = TinyShop()
      shop.write("alice", "web", "order", at: (1, 2), out: created)
      shop.list("clerk", "mini", "order", as: "orders", at: (3, 4), [shipped])
      shop.read("alice", "mini", "order", at: (time, time + 1), gone, with: o1)
      #expect(try shop.check(Prefix()).violations.isEmpty == !isWrong)
    }
  }

  @Test("not yet there, then shipped: the usual way")
  func usual() throws {
    var shop = TinyShop()
    shop.write("alice", "web", "order", at: (1, 2), out: created)
    shop.read("alice", "mini", "order", at: (3, 4), gone, with: o1)
    shop.read("alice", "mini", "order", at: (5, 6), out: shipped)
    shop.read("alice", "mini", "order", at: (7, 8), out: shipped)
    #expect(
      try shop.check(Prefix())
        == CheckResult(checker: "prefix", judgement: .pass, observed: 1, violations: []))
  }
}
