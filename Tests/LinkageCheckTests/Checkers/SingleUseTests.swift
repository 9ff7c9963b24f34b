import LinkageCheck
import LinkageCore
import Testing
import Values

@Suite("Single use")
struct SingleUseTests {
  private struct Shop {
    var tiny = TinyShop()

    mutating func order(
      _ platform: String, _ order: String, coupon: Value = "c", at times: (Int64, Int64),
      _ outcome: Outcome = .ok, in number: Int = 0
    ) -> Int {
      let position = tiny.write(
        "alice", platform, "order", "coupon", at: times, outcome,
        out: .map(["orderId": .string(order)]), with: .map(["couponId": coupon]),
        in: number)
      tiny.promise(
        Contract.Effects(spends: [Contract.Effects.Part(entity: "coupon", field: "couponId")]),
        in: number)
      return position
    }

    mutating func cancel(_ outcome: Outcome = .ok, coupon: Value = "c", at times: (Int64, Int64)) {
      tiny.write(
        "alice", "web", "order", "coupon", at: times, outcome,
        out: .map(["orderId": "o1", "couponId": coupon]))
      tiny.promise(Contract.Effects(returns: ["coupon"]))
    }

    func result() throws -> CheckResult { try tiny.check(SingleUse()) }
  }

  @Test("a coupon used on both platforms is told with both orders")
  func twice() throws {
    var shop = Shop()
    let witness = [shop.order("web", "o1", at: (0, 10)), shop.order("mini", "o2", at: (0, 20))]
    #expect(
      try shop.result()
        == CheckResult(
          checker: "single-use", observed: 1,
          violations: [
            CheckResult.Violation(
              type: .usedTwice, witness: witness, step: StepReference(case: 0, step: 1),
              entity: "coupon", key: "c", platform: "mini", facts: [.init("found", 2)])
          ]))
  }

  @Test("once, refused, of unknown outcome, without a coupon, or the same order again is right")
  func right() throws {
    var shop = Shop()
    _ = shop.order("web", "o1", at: (0, 10))
    _ = shop.order("mini", "o2", at: (0, 20), .refused(error: "coupon_not_usable"))
    _ = shop.order("mini", "o3", at: (30, 40), .unknown(reason: nil, status: nil))
    _ = shop.order("mini", "o4", coupon: .null, at: (30, 40))
    _ = shop.order("web", "o1", at: (50, 60))
    #expect(
      try shop.result() == CheckResult(checker: "single-use", observed: 1, violations: []))
  }

  @Test(
    "what was given back, or may have been, can be used again",
    arguments: [Outcome.ok, .unknown(reason: nil, status: 502)])
  func returned(outcome: Outcome) throws {
    var shop = Shop()
    _ = shop.order("web", "o1", at: (0, 10))
    shop.cancel(outcome, at: (20, 30))
    _ = shop.order("mini", "o2", at: (40, 50))
    #expect(try shop.result().judgement == .pass)
    _ = shop.order("mini", "o3", at: (60, 70))
    #expect(try shop.result().types == [.usedTwice])
  }

  @Test("what was given back too late, or is another one, was not this one")
  func notReturned() throws {
    var shop = Shop()
    _ = shop.order("web", "o1", at: (0, 10))
    shop.cancel(.ok, coupon: "d", at: (20, 30))
    shop.cancel(.refused(error: "not_cancellable"), at: (20, 30))
    _ = shop.order("mini", "o2", at: (40, 50))
    shop.cancel(.ok, at: (60, 70))
    #expect(try shop.result().types == [.usedTwice])
  }

  @Test("coupons of two systems are two, though they go by one key")
  func systems() throws {
    for hasOwn in [true, false] {
      var shop = Shop()
      _ = shop.order("web", "o1", at: (0, 10))
      _ = shop.order("web", "o2", at: (20, 30), in: 1)
      // After the use, so that nothing can have lapsed by it.
      shop.tiny.moveClock(in: 1, at: (40, 50))
      shop.tiny.alone = hasOwn ? [1] : []
      let result = try shop.result()
      #expect(result.observed == (hasOwn ? 2 : 1))
      #expect(result.violations.count == (hasOwn ? 0 : 1))
    }
  }
}
