import LinkageCheck
import LinkageCore
import Testing
import Values

@Suite("Quiescence and signature")
struct QuiescenceTests {
  private struct Shop {
    var tiny = TinyShop()

    @discardableResult
    mutating func order(
      _ platform: String, _ version: Int64, status: String = "paid", at times: (Int64, Int64)
    ) -> Int {
      tiny.read(
        "alice", platform, "order", at: times,
        out: .map(["orderId": "o", "status": .string(status), "version": .int(version)]))
    }

    mutating func pay(
      _ version: Int64?, at times: (Int64, Int64), _ outcome: Outcome = .ok
    ) {
      var out: ValueMap = ["orderId": "o"]
      if let version { out["version"] = .int(version) }
      tiny.write("alice", "web", "order", at: times, outcome, out: .map(out))
    }

    @discardableResult
    mutating func forge(_ outcome: Outcome, at times: (Int64, Int64)) -> Int {
      let position = tiny.write(
        "eve", "mini", "order", at: times, outcome, with: .map(["orderId": "o"]))
      tiny.promise(Contract.Effects(isForgery: true))
      return position
    }
  }

  @Test("a version that grows by itself after all had arrived is an echo")
  func echo() throws {
    var shop = Shop()
    shop.pay(2, at: (0, 10))
    let witness = [shop.order("mini", 2, at: (20, 30)), shop.order("mini", 3, at: (40, 50))]
    #expect(
      try shop.tiny.check(Quiescence())
        == CheckResult(
          checker: "quiescence", observed: 1,
          violations: [
            CheckResult.Violation(
              type: .restless, witness: witness, step: StepReference(case: 0, step: 2),
              entity: "order", key: "o", platform: "mini", field: "version",
              facts: [.init("earlier", 2), .init("found", 3)])
          ]))
  }

  /// Two reads in the mini-program, of versions 2 and 3.
  private func judge(_ status: String = "paid", _ fill: (inout Shop) -> Void) throws -> Judgement {
    var shop = Shop()
    fill(&shop)
    shop.order("mini", 2, at: (20, 30))
    shop.order("mini", 3, status: status, at: (40, 50))
    return try shop.tiny.check(Quiescence()).judgement
  }

  @Test("what was still on its way, of unknown outcome, or says what changed is no echo")
  func legal() throws {
    #expect(try judge { $0.pay(2, at: (0, 10)) } == .fail)
    #expect(try judge { $0.pay(3, at: (0, 10)) } == .unknown)
    #expect(try judge { $0.pay(nil, at: (0, 10)) } == .unknown)
    #expect(try judge { $0.pay(2, at: (0, 10), .unknown(reason: nil, status: nil)) } == .unknown)
    #expect(
      try judge {
        $0.pay(2, at: (0, 10))
        $0.pay(3, at: (32, 38))
      } == .unknown)
    #expect(try judge("shipped") { $0.pay(2, at: (0, 10)) } == .pass)
  }

  @Test("at rest is right")
  func rest() throws {
    var shop = Shop()
    shop.pay(2, at: (0, 10))
    for moment in [Int64(20), 40, 60] { shop.order("mini", 2, at: (moment, moment + 10)) }
    #expect(
      try shop.tiny.check(Quiescence())
        == CheckResult(checker: "quiescence", observed: 2, violations: []))
  }

  @Test("a forgery that was taken is told; one that was refused is right")
  func forgery() throws {
    var shop = Shop()
    shop.forge(.refused(error: "bad_signature"), at: (0, 10))
    #expect(
      try shop.tiny.check(Signature())
        == CheckResult(checker: "signature", observed: 1, violations: []))
    let position = shop.forge(.ok, at: (20, 30))
    let result = try shop.tiny.check(Signature())
    #expect(result.types == [.notRefused])
    #expect(result.violations.first?.witness == [position])
  }

  @Test("a forgery that was refused and changed something is told with what it changed")
  func effect() throws {
    var shop = Shop()
    shop.pay(2, at: (0, 10))
    let witness = [
      shop.order("mini", 2, at: (20, 30)),
      shop.forge(.refused(error: "bad_signature"), at: (40, 50)),
      shop.order("mini", 3, status: "shipped", at: (60, 70)),
    ]
    let result = try shop.tiny.check(Signature())
    #expect(result.types == [.notRefused])
    #expect(result.violations.first?.witness == witness)
    #expect(try shop.tiny.check(Quiescence()).violations.isEmpty)
  }

  @Test("what changes late in another scenario is not a forgery's doing")
  func elsewhere() throws {
    var shop = Shop()
    shop.pay(2, at: (0, 10))
    shop.order("mini", 2, at: (20, 30))
    shop.tiny.write(
      "eve", "mini", "order", at: (40, 50), .refused(error: "bad_signature"),
      with: .map(["orderId": "p"]), in: 1)
    shop.tiny.cases[1][0].effects = Contract.Effects(isForgery: true)
    shop.order("mini", 3, status: "shipped", at: (60, 70))
    #expect(try shop.tiny.check(Signature()).violations == [])
  }

  @Test("no forgery, nothing known")
  func nothing() throws {
    #expect(
      try TinyShop().check(Signature())
        == CheckResult(checker: "signature", observed: 0, violations: []))
  }
}
