import LinkageCheck
import LinkageCore
import Testing
import Values

@Suite("Statuses go the ways that the contract allows")
struct StatusOrderTests {
  private func order(_ status: String) -> Value { ["orderId": "o1", "status": .string(status)] }
  private func coupon(_ status: String) -> Value { ["couponId": "c1", "status": .string(status)] }

  @Test("shipped, then paid again: went back; what lies further back is not needed as proof")
  func back() throws {
    var shop = TinyShop()
    shop.read("alice", "mini", "order", at: (1, 2), out: order("paid"))
    let shipped = shop.read("alice", "mini", "order", at: (3, 4), out: order("shipped"))
    let paid = shop.read("alice", "mini", "order", at: (5, 6), out: order("paid"))
    #expect(
      try shop.check(StatusOrder())
        == CheckResult(
          checker: "status-order", judgement: .fail, observed: 1,
          violations: [
            .init(
              type: .wentBack, witness: [shipped, paid], step: .init(case: 0, step: 2),
              entity: "order", key: "o1", platform: "mini", field: "status",
              facts: [.init("earlier", "shipped"), .init("found", "paid")])
          ]))
  }

  @Test("from a status to one beside it: went back, although it is no earlier one")
  func beside() throws {
    var shop = TinyShop()
    shop.read("alice", "mini", "order", at: (1, 2), out: order("cancelled"))
    shop.read("alice", "mini", "order", at: (3, 4), out: order("paid"))
    #expect(try shop.check(StatusOrder()).violations.map(\.type) == [.wentBack])
  }

  @Test("skipped statuses, circles, unknown ones, other platforms and overlapping reads are fine")
  func lookAlikes() throws {
    var shop = TinyShop()
    shop.read("alice", "mini", "order", at: (1, 2), out: order("created"))
    shop.read("alice", "mini", "order", at: (3, 4), out: order("completed"))
    shop.read("alice", "web", "order", at: (5, 6), out: order("paid"))
    shop.read("alice", "mini", "order", at: (7, 8), out: order("lost in the post"))
    for (time, status) in [(11, "reserved"), (13, "issued"), (15, "reserved")] as [(Int64, String)]
    {
      shop.read("alice", "mini", "coupon", at: (time, time + 1), out: coupon(status))
    }
    shop.read("bob", "mini", "order", at: (21, 25), out: order("shipped"))
    shop.read("bob", "mini", "order", at: (22, 26), out: order("paid"))
    let result = try shop.check(StatusOrder())
    #expect(
      result == CheckResult(checker: "status-order", judgement: .pass, observed: 2, violations: []))
  }

  @Test("one read alone says nothing")
  func nothing() throws {
    var shop = TinyShop()
    shop.read("alice", "mini", "order", at: (1, 2), out: order("paid"))
    #expect(try shop.check(StatusOrder()).judgement == .unknown)
  }
}
