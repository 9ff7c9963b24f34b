import LinkageCheck
import LinkageCore
import Testing
import Values

@Suite("Convergence")
struct ConvergenceTests {
  private struct Shop {
    var tiny = TinyShop()

    @discardableResult
    mutating func member(
      _ platform: String, _ name: String, at times: (Int64, Int64), by actor: String = "alice"
    ) -> Int {
      tiny.read(
        actor, platform, "member", at: times,
        out: .map(["memberId": "m", "name": .string(name)]))
    }

    mutating func change(_ outcome: Outcome = .ok, at times: (Int64, Int64)) {
      tiny.write(
        "alice", "web", "member", at: times, outcome, with: .map(["memberId": "m"]))
    }

    func result() throws -> CheckResult { try tiny.check(Convergence()) }
  }

  @Test("two platforms that keep to their own name longer than news takes have diverged")
  func diverged() throws {
    var shop = Shop()
    shop.change(at: (0, 10))
    let witness = [
      shop.member("web", "new", at: (20, 30)), shop.member("mini", "old", at: (20, 40)),
      shop.member("web", "new", at: (1_100, 1_110)), shop.member("mini", "old", at: (1_100, 1_120)),
    ]
    #expect(
      try shop.result()
        == CheckResult(
          checker: "convergence", observed: 1,
          violations: [
            CheckResult.Violation(
              type: .diverged, witness: witness, step: StepReference(case: 0, step: 4),
              entity: "member", key: "m", platform: "mini", field: "name",
              facts: [
                .init("found", "old"), .init("otherPlatform", "web"), .init("other", "new"),
              ])
          ]))
  }

  @Test("the same on both is right, and counts as seen")
  func same() throws {
    var shop = Shop()
    shop.change(at: (0, 10))
    shop.member("web", "new", at: (20, 30))
    shop.member("mini", "new", at: (50, 60))
    #expect(try shop.result() == CheckResult(checker: "convergence", observed: 1, violations: []))
  }

  @Test("what is the same is no difference, however it is written", arguments: [false, true])
  func written(isList: Bool) throws {
    let here: Value = .map(["sku": "tea", "quantity": 1])
    let there: Value = .map(["quantity": .double(1), "sku": "tea"])
    var tiny = TinyShop()
    tiny.write("alice", "web", "member", at: (0, 10), with: .map(["memberId": "m"]))
    for moment in [20, 1_100] as [Int64] {
      for (platform, value) in [("web", here), ("mini", there)] {
        tiny.read(
          "alice", platform, "member", at: (moment, moment + 10),
          out: .map(["memberId": "m", "name": isList ? .list([value, "x"]) : value]))
      }
    }
    let result = try tiny.check(Convergence())
    #expect(result.judgement == .pass && result.observed > 0)
  }

  /// Both keep to their own from 20 ms on until the moment given.
  private func differing(
    until moment: Int64, by other: String = "alice", _ fill: (inout Shop) -> Void = { _ in }
  ) throws -> Judgement {
    var shop = Shop()
    shop.change(at: (0, 10))
    fill(&shop)
    shop.member("web", "new", at: (20, 30))
    shop.member("mini", "old", at: (20, 30), by: other)
    shop.member("web", "new", at: (moment, moment + 10))
    shop.member("mini", "old", at: (moment, moment + 10), by: other)
    return try shop.result().judgement
  }

  @Test("what may still arrive, was written meanwhile or is shown to others proves nothing")
  func silent() throws {
    #expect(try differing(until: 1_100) == .fail)
    #expect(try differing(until: 900) == .unknown)
    #expect(try differing(until: 1_100, by: "bob") == .unknown)
    #expect(try differing(until: 1_100) { $0.change(at: (500, 510)) } == .unknown)
    #expect(
      try differing(until: 1_100) { $0.change(.unknown(reason: nil, status: 502), at: (1, 12)) }
        == .unknown)
    #expect(
      try differing(until: 1_100) {
        $0.tiny.write("clerk", "web", "member", at: (500, 510))
      } == .unknown, "a write of nobody knows which member")
  }

  @Test("a log-in that posts may change what it shows")
  func logIn() throws {
    var shop = Shop()
    shop.change(at: (0, 10))
    shop.member("web", "new", at: (20, 30))
    shop.member("mini", "old", at: (20, 30))
    let position = shop.member("mini", "old", at: (600, 610))
    if case .completed(var completion) = shop.tiny.events[position].kind {
      completion.exchanges[0].method = "POST"
      shop.tiny.events[position].kind = .completed(completion)
    }
    shop.member("web", "new", at: (1_100, 1_110))
    shop.member("mini", "old", at: (1_100, 1_110))
    #expect(try shop.result().judgement == .unknown)
  }

  @Test("what was deleted on one platform and still stands on the other is told")
  func deleted() throws {
    func seen(at moment: Int64, _ fill: (inout Shop) -> Void = { _ in }) throws -> CheckResult {
      var shop = Shop()
      shop.tiny.write(
        "alice", "web", "member", at: (0, 10), with: .map(["memberId": "m"]), deletes: true)
      fill(&shop)
      shop.member("mini", "old", at: (moment, moment + 10))
      return try shop.result()
    }
    #expect(try seen(at: 1_100).types == [.diverged])
    #expect(try seen(at: 1_100).violations.first?.facts.first == .init("deletedOn", "web"))
    #expect(try seen(at: 500).judgement == .unknown)
    #expect(try seen(at: 1_100) { $0.change(at: (20, 30)) }.judgement == .unknown)
  }
}
