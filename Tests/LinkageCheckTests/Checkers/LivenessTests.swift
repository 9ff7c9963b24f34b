import LinkageCheck
import LinkageCore
import Testing
import Values

@Suite("One bad message does not block the rest")
struct LivenessTests {
  private let gone = Outcome.refused(error: "order_not_found")

  private func order(_ id: String) -> Value {
    ["orderId": .string(id), "status": "created", "version": 1]
  }

  /// Two reads that do not find it, long after.
  private func missing(_ id: String, _ shop: inout TinyShop) -> Int {
    let with: Value = ["orderId": .string(id)]
    shop.read("alice", "mini", "order", at: (2_001, 2_002), gone, with: with)
    return shop.read("alice", "mini", "order", at: (2_003, 2_004), gone, with: with)
  }

  @Test("two changes that never arrive, and none after them that does: blocked")
  func blocked() throws {
    var shop = TinyShop()
    shop.write("alice", "web", "order", at: (1, 2), out: order("o0"))
    let first = shop.write("alice", "web", "order", at: (3, 4), out: order("o1"))
    let second = shop.write("alice", "web", "order", at: (5, 6), out: order("o2"))
    shop.read("alice", "mini", "order", at: (7, 8), out: order("o0"))
    let firstRead = missing("o1", &shop)
    let secondRead = missing("o2", &shop)
    let result = try shop.check(Liveness())
    #expect(
      result.violations == [
        .init(
          type: .blocked, witness: [first, firstRead, second, secondRead],
          step: .init(case: 0, step: 7), entity: "order", key: "o1", platform: "mini",
          facts: [.init("from", "web"), .init("stuck", 2)])
      ])
    #expect(result.observed == 1)
  }

  @Test("others that were acknowledged later arrive, or only one is missing: not blocked")
  func lookAlikes() throws {
    var passing = TinyShop()
    passing.write("alice", "web", "order", at: (3, 4), out: order("o1"))
    passing.write("alice", "web", "order", at: (5, 6), out: order("o2"))
    passing.write("alice", "web", "order", at: (7, 8), out: order("o3"))
    _ = missing("o1", &passing)
    _ = missing("o2", &passing)
    passing.read("alice", "mini", "order", at: (2_007, 2_008), out: order("o3"))
    #expect(
      try passing.check(Liveness())
        == CheckResult(checker: "liveness", judgement: .pass, observed: 1, violations: []))

    var single = TinyShop()
    single.write("alice", "web", "order", at: (3, 4), out: order("o1"))
    _ = missing("o1", &single)
    #expect(try single.check(Liveness()).violations == [])
    #expect(try TinyShop().check(Liveness()).judgement == .unknown)
  }
}
