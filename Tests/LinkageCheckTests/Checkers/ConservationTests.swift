import LinkageCheck
import LinkageCore
import Testing
import Values

@Suite("Conservation")
struct ConservationTests {
  private func check(_ fill: (inout TinyShop) -> Void) throws -> CheckResult {
    var shop = TinyShop()
    shop.entities = [TinyShop.account]
    fill(&shop)
    return try shop.check(Conservation())
  }

  @Test("nothing looked at is unknown")
  func nothing() throws {
    let result = try check { $0.move("web", 5, at: (0, 10)) }
    #expect(result == CheckResult(checker: "conservation", observed: 0, violations: []))
    #expect(result.judgement == .unknown)
  }

  @Test("a balance that is not the sum of its ledger is told with both")
  func sum() throws {
    var position = 0
    let result = try check {
      position = $0.balance("web", 12, [("a", 5), ("b", 5)], at: (0, 10))
    }
    #expect(
      result.violations == [
        CheckResult.Violation(
          type: .notConserved, witness: [position], step: StepReference(case: 0, step: 0),
          entity: "points", key: "m", platform: "web", field: "points",
          facts: [.init("sum", 10), .init("found", 12)])
      ])
  }

  @Test("one page of a ledger is no sum")
  func page() throws {
    let result = try check {
      $0.balance("web", 12, [("a", 5), ("b", 5)], at: (0, 10))
      $0.answer("{}", headers: [HeaderField(name: "link", value: "</p?page=2>; rel=\"next\"")])
    }
    #expect(result.judgement == .pass)
  }

  @Test("as many entries as a page has may be one")
  func roundNumber() throws {
    let entries = (0..<10).map { (id: "e\($0)", amount: Int64(1)) }
    #expect(try check { $0.balance("web", 12, entries, at: (0, 10)) }.judgement == .pass)
    let more = entries + [(id: "e10", amount: 1)]
    #expect(try check { $0.balance("web", 12, more, at: (0, 10)) }.judgement == .fail)
  }

  @Test(
    "while something arrives, the balance may lack what the ledger has, and no more",
    arguments: [(10, true), (15, true), (20, false), (5, false)])
  func arriving(balance: Int64, isLegal: Bool) throws {
    let result = try check {
      $0.move("mini", 5, entry: "b", at: (0, 10))
      $0.balance("web", balance, [("a", 10), ("b", 5)], at: (20, 30))
    }
    #expect((result.judgement == .pass) == isLegal)
  }

  @Test("who did it sees it at once on the same platform, somebody else when it has arrived")
  func somebodyElse() throws {
    func judgement(by actor: String) throws -> Judgement {
      try check {
        $0.balance("web", 10, at: (0, 10))
        $0.move("web", 5, by: actor, at: (20, 30))
        $0.balance("web", 10, at: (40, 50))
      }.judgement
    }
    #expect(try judgement(by: "alice") == .fail)
    #expect(try judgement(by: "peer") == .pass)
  }

  @Test("below the least it may be is a violation by itself")
  func least() throws {
    var position = 0
    let result = try check { position = $0.balance("web", -1, at: (0, 10)) }
    #expect(result.types == [.notConserved])
    #expect(result.violations.first?.witness == [position])
    #expect(result.violations.first?.facts == [.init("least", 0), .init("found", -1)])
  }

  @Test("what was earned twice is more than can be")
  func twice() throws {
    var witness: [Int] = []
    let result = try check {
      witness = [
        $0.balance("mini", 100, at: (0, 10)), $0.move("web", 50, entry: "a", at: (20, 30)),
        $0.balance("mini", 200, at: (40, 50)),
      ]
    }
    #expect(
      result.violations == [
        CheckResult.Violation(
          type: .notConserved, witness: witness, step: StepReference(case: 0, step: 2),
          entity: "points", key: "m", platform: "mini", field: "points",
          facts: [
            .init("earlier", 100), .init("least", 100), .init("most", 150), .init("found", 200),
          ])
      ])
  }

  @Test("what was acknowledged here is counted here; elsewhere only after its time")
  func certain() throws {
    func seen(on platform: String, at moment: Int64) throws -> Judgement {
      try check {
        $0.balance(platform, 100, at: (0, 10))
        $0.move("web", 50, entry: "a", at: (20, 30))
        $0.balance(platform, 100, at: (moment, moment + 10))
      }.judgement
    }
    #expect(try seen(on: "web", at: 40) == .fail)
    #expect(try seen(on: "web", at: 25) == .pass)
    #expect(try seen(on: "mini", at: 40) == .pass)
    #expect(try seen(on: "mini", at: 1_100) == .fail)
  }

  @Test("what nobody knows the outcome of may count or not, now or later")
  func unknown() throws {
    for balance in [Int64(50), 100] {
      let result = try check {
        $0.balance("web", 100, at: (0, 10))
        $0.move("web", -50, at: (20, 30), .unknown(reason: nil, status: 502))
        $0.balance("web", balance, at: (5_000, 5_010))
      }
      #expect(result.judgement == .pass)
    }
  }

  @Test("what was refused did not happen")
  func refused() throws {
    let result = try check {
      $0.balance("web", 100, at: (0, 10))
      $0.move("web", -50, at: (20, 30), .refused(error: "not_enough_points"))
      $0.balance("web", 50, at: (40, 50))
    }
    #expect(result.types == [.notConserved])
  }

  @Test("after a write that may have changed it by anything, counting begins anew")
  func unbounded() throws {
    func shop(_ last: Int64) throws -> Judgement {
      try check {
        $0.balance("web", 100, at: (0, 10))
        $0.write("alice", "web", "points", at: (20, 30), with: .map(["memberId": "m"]))
        $0.balance("web", 300, at: (2_000, 2_010))
        $0.move("web", 5, at: (2_020, 2_030))
        $0.balance("web", last, at: (2_040, 2_050))
      }.judgement
    }
    #expect(try shop(305) == .pass)
    #expect(try shop(300) == .fail)
  }

  @Test("what everybody changes is held to its least alone")
  func shared() throws {
    var stock = TinyShop.account
    stock.isShared = true
    let result = try check {
      $0.entities = [stock]
      $0.balance("web", 10, at: (0, 10))
      $0.move("web", -1, at: (20, 30))
      $0.balance("web", 3, at: (2_000, 2_010))
    }
    #expect(result.judgement == .pass)
  }
}
