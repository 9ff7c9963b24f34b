import LinkageCheck
import LinkageCore
import Testing
import Values

@Suite("Conservation through faults, moved clocks and what nobody knows")
struct ConservationUpheavalTests {
  private func check(_ fill: (inout TinyShop) -> Void) throws -> CheckResult {
    var shop = TinyShop()
    shop.entities = [TinyShop.member, TinyShop.account]
    fill(&shop)
    return try shop.check(Conservation())
  }

  @Test("what a fault made count twice is more than can be", arguments: [150, 200])
  func twice(balance: Int64) throws {
    let result = try check {
      $0.balance("mini", 100, at: (0, 10))
      $0.fault(from: 20, to: 60)
      $0.move("web", 50, entry: "a", at: (30, 40))
      $0.balance("mini", balance, at: (45, 50))
      $0.balance("mini", balance, at: (5_000, 5_010))
    }
    #expect(result.types == (balance == 200 ? [.notConserved] : []))
    #expect(result.unjudged == nil)
  }

  @Test("so it is while the fault goes on")
  func unmended() throws {
    let result = try check {
      $0.fault(at: (0, 1), in: 0)
      $0.balance("mini", 100, at: (5, 10))
      $0.move("web", 50, entry: "a", at: (30, 40))
      $0.balance("mini", 200, at: (5_000, 5_010))
    }
    #expect(result.types == [.notConserved])
  }

  @Test("what a fault holds up has its time from when that is over")
  func heldUp() throws {
    func seen(_ balance: Int64, at moment: Int64) throws -> Judgement {
      try check {
        $0.balance("mini", 100, at: (0, 10))
        $0.fault(from: 900, to: 5_000)
        $0.move("web", 50, entry: "a", at: (20, 30))
        $0.balance("mini", balance, at: (moment, moment + 10))
      }.judgement
    }
    #expect(try seen(100, at: 4_000) == .pass)
    #expect(try seen(100, at: 5_900) == .pass)
    #expect(try seen(100, at: 6_100) == .fail)
    #expect(try seen(150, at: 6_100) == .pass)
  }

  @Test("what was acknowledged here is counted here, faults or not")
  func own() throws {
    let result = try check {
      $0.balance("web", 100, at: (0, 10))
      $0.fault(from: 15, to: 900)
      $0.move("web", 50, entry: "a", at: (20, 30))
      $0.balance("web", 100, at: (40, 50))
    }
    #expect(result.types == [.notConserved])
  }

  @Test("what the balance lacks of the ledger while a fault holds it up is explained, and no more")
  func ledger() throws {
    func shown(_ balance: Int64) throws -> Judgement {
      try check {
        $0.fault(from: 0, to: 5_000)
        $0.move("mini", 5, entry: "b", at: (0, 10))
        $0.balance("web", balance, [("a", 10), ("b", 5)], at: (4_000, 4_010))
      }.judgement
    }
    #expect(try shown(10) == .pass)
    #expect(try shown(5) == .fail)
  }

  @Test("after a moved clock counting begins anew, and says what it did not count")
  func clock() throws {
    func shop(_ last: Int64) throws -> CheckResult {
      try check {
        $0.balance("web", 100, at: (0, 10))
        $0.balance("mini", 100, at: (0, 10))
        $0.moveClock(in: 0, at: (20, 30))
        $0.balance("web", 70, at: (40, 50))
        $0.balance("web", 70, at: (2_000, 2_010))
        $0.move("web", 5, at: (2_020, 2_030))
        $0.balance("web", last, at: (2_040, 2_050))
      }
    }
    #expect(try shop(75).judgement == .pass)
    #expect(try shop(75).unjudged == 1)
    #expect(try shop(80).types == [.notConserved])
  }

  @Test("after a request that nobody knows the meaning of, too")
  func post() throws {
    func shop(_ last: Int64) throws -> CheckResult {
      try check {
        $0.balance("web", 100, at: (0, 10))
        $0.post(at: (20, 30))
        $0.balance("web", 300, at: (2_000, 2_010))
        $0.move("web", 5, at: (2_020, 2_030))
        $0.balance("web", last, at: (2_040, 2_050))
      }
    }
    #expect(try shop(305).judgement == .pass)
    #expect(try shop(310).types == [.notConserved])
  }

  @Test(
    "such a request begins nothing anew on another system, unless the scenarios share one",
    arguments: [false, true])
  func postElsewhere(isAlone: Bool) throws {
    let result = try check {
      $0.balance("web", 100, at: (0, 10))
      $0.post(at: (20, 30), in: 1)
      $0.alone = isAlone ? [1] : []
      $0.move("web", 5, at: (2_020, 2_030))
      $0.balance("web", 300, at: (3_040, 3_050))
    }
    #expect(result.types == (isAlone ? [.notConserved] : []))
  }

  @Test("an unknown change that a fault holds up is not over before that")
  func unknownHeldUp() throws {
    let result = try check {
      $0.fault(from: 0, to: 5_000)
      $0.post(at: (20, 30))
      $0.balance("mini", 100, at: (3_000, 3_010))
      $0.balance("mini", 300, at: (6_100, 6_110))
      $0.move("mini", 5, at: (6_200, 6_210))
    }
    #expect(result.types == [])
    #expect(result.unjudged == 2)
  }

  @Test("where nothing could be compared it is unknown, not held")
  func blind() throws {
    let result = try check {
      $0.entities = [TinyShop.points]
      $0.balance("web", 100, at: (0, 10))
      $0.moveClock(in: 0, at: (20, 30))
      $0.move("web", 5, at: (50, 60))
      $0.balance("web", 300, at: (70, 80))
    }
    #expect(result.judgement == .unknown)
    #expect(result.observed == 0)
    #expect(result.unjudged == 2)
  }

  /// Who was `n` is `m` from the log-in on.
  private func merge(_ shop: inout TinyShop, _ last: Int64) {
    shop.balance("web", 100, at: (0, 10))
    shop.write("bob", "mini", "member", at: (20, 30), out: .map(["memberId": "n"]))
    shop.move("web", 5, at: (35, 38))
    shop.write("bob", "mini", "member", at: (40, 50), out: .map(["memberId": "m"]))
    shop.balance("mini", 135, at: (60, 70))
    shop.balance("web", 135, at: (2_000, 2_010))
    shop.move("web", 5, at: (2_020, 2_030))
    shop.balance("web", last, at: (2_040, 2_050))
  }

  @Test("two accounts that become one are seen by the log-in alone: what both had is the one's")
  func merged() throws {
    let result = try check { merge(&$0, 140) }
    #expect(result.judgement == .pass)
    #expect(result.unjudged == 2)
    #expect(try check { merge(&$0, 145) }.types == [.notConserved])
  }

  @Test("so they are where a later read of the other one tells")
  func mergedAway() throws {
    let result = try check {
      $0.balance("web", 100, at: (0, 10))
      $0.read("bob", "web", "member", at: (20, 30), out: .map(["memberId": "n"]))
      $0.balance("mini", 100, at: (40, 50))
      $0.balance("web", 130, at: (60, 70))
      $0.read("bob", "web", "member", at: (80, 90), out: .map(["memberId": "m"]))
      $0.move("web", 5, at: (2_000, 2_030))
    }
    #expect(result.types == [])
    #expect(result.unjudged == 3)
  }
}
