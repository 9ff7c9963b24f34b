import LinkageCheck
import LinkageCore
import Testing
import Values

@Suite("Exactly once")
struct ExactlyOnceTests {
  private func check(_ fill: (inout TinyShop) -> Void) throws -> CheckResult {
    var shop = TinyShop()
    shop.entities = [TinyShop.order, TinyShop.account]
    fill(&shop)
    return try shop.check(ExactlyOnce())
  }

  private static let order = Value.map(["orderId": "o1", "status": "paid"])

  @Test("an order listed twice in one answer is told with its key")
  func listed() throws {
    var position = 0
    let result = try check {
      position = $0.list(
        "alice", "web", "order", as: "orders", at: (0, 10), [Self.order, Self.order])
    }
    #expect(
      result.violations == [
        CheckResult.Violation(
          type: .duplicated, witness: [position], step: StepReference(case: 0, step: 0),
          entity: "order", key: "o1", platform: "web", field: "orders",
          facts: [.init("found", "o1")])
      ])
  }

  @Test("an entry that stands twice in a ledger is told")
  func entries() throws {
    let result = try check { $0.balance("web", 10, [("a", 5), ("a", 5)], at: (0, 10)) }
    #expect(result.types == [.duplicated])
    #expect(result.violations.first?.facts == [.init("found", "a")])
  }

  @Test("each once, in two answers, is right")
  func twoAnswers() throws {
    let result = try check {
      $0.balance("web", 5, [("a", 5)], at: (0, 10))
      $0.balance("mini", 5, [("a", 5)], at: (0, 10))
    }
    #expect(result == CheckResult(checker: "exactly-once", observed: 2, violations: []))
  }

  private func submitted(
    _ a: String, _ b: String, key: String = "k", platform: String = "web",
    _ outcome: Outcome = .ok
  ) throws -> CheckResult {
    try check {
      $0.write(
        "alice", "web", "order", at: (0, 10), out: .map(["orderId": .string(a)]),
        with: .map(["key": "k"]))
      $0.promise(Contract.Effects(once: "key"))
      $0.write(
        "alice", platform, "order", at: (20, 30), outcome, out: .map(["orderId": .string(b)]),
        with: .map(["key": .string(key)]))
      $0.promise(Contract.Effects(once: "key"))
    }
  }

  @Test("a submission that made two orders is told with both")
  func submissions() throws {
    let result = try submitted("o1", "o2")
    #expect(result.types == [.duplicated])
    #expect(result.violations.first?.key == "o2")
    #expect(result.violations.first?.facts == [.init("other", "o1"), .init("submission", "k")])
  }

  @Test("the same order again, another submission or another platform is right")
  func rightSubmissions() throws {
    #expect(try submitted("o1", "o1").judgement == .pass)
    #expect(try submitted("o1", "o2", key: "l").judgement == .unknown)
    #expect(try submitted("o1", "o2", platform: "mini").judgement == .unknown)
    #expect(
      try submitted("o1", "o2", .unknown(reason: nil, status: 502)).judgement == .unknown)
  }
}
