import LinkageCore
import LinkageScenario

/// A contract, a target and what scenarios for them check.
enum Covering {
  static let contract = """
    contract: linkage/v1
    platforms: { web: { title: Website }, mini: { title: Mini }, shop: { title: Shop } }
    entities:
      order:
        key: orderId
        fields:
          orderId: id
          status: { type: string, flow: { created: [paid, cancelled], paid: [shipped, refunded], shipped: [refunded] } }
          version: { type: int, monotonic: up }
          note: string
        slo: 1s
        within: 10s
        read_your_writes: [web]
      points:
        key: memberId
        fields: { memberId: id, points: { type: int, min: 0 }, entries: list }
        ledger: { balance: points, entries: entries, id: entryId, amount: amount }
        within: 10s
      coupon:
        key: couponId
        fields: { couponId: id, used: bool }
        slo: 1s
    operations:
      web.order:
        writes: [order, coupon]
        spends: { coupon: couponId }
        once: key
        in: { key: "string?", couponId: "id?" }
        out: { orderId: id, status: string, version: int, note: string }
        errors: [sold_out, used_up]
      web.move: { writes: [order, coupon], returns: [coupon], in: { orderId: id }, out: { status: string, version: int } }
      web.find: &find { reads: [order], in: { orderId: id }, out: { orderId: id, status: string, version: int, note: string }, errors: [gone] }
      mini.find: *find
      shop.orders: { reads: [order], out: { orders: { type: list, of: order } } }
      web.earn: { writes: [points], adds: { points: amount }, in: { amount: int }, out: { entryId: id } }
      web.spend: { writes: [points], takes: { points: amount }, in: { amount: int } }
      mini.points: &points { reads: [points], out: { points: int, entries: list } }
      shop.points: *points
      mini.forge: { writes: [points], forgery: true, errors: [forged] }
      web.leave: { writes: [points], deletes: [points] }
    """

  static let target = """
    target: t
    platforms: { web: { base: "http://w" }, mini: { base: "http://m" }, shop: { base: "http://s" } }
    operations:
      web.order: { post: /orders, out: &order { orderId: http.body.id, status: http.body.s, version: http.body.v, note: http.body.n } }
      web.move: { post: "/orders/${with.orderId}", out: { status: http.body.s, version: http.body.v } }
      web.find: { get: "/orders/${with.orderId}", out: *order }
      mini.find: { get: "/orders/${with.orderId}", out: *order }
      web.earn: { post: /earn, out: { entryId: http.body.id } }
      web.spend: { post: /spend }
      mini.points: { get: /points, out: &points { points: http.body.p, entries: http.body.e } }
      shop.points: { get: /points, out: *points }
      mini.forge: { post: /forge }
      web.leave: { post: /leave }
    """

  /// Of one scenario with an actor and such steps.
  static func coverage(_ steps: String, skipping: Bool = false) throws -> SuiteCoverage {
    let actors = ["alice: { name: Alice }", "bob: { name: Bob, key: same }"]
      .filter { steps.contains("as: \($0.prefix { $0 != ":" })") }
    let scenario = """
      scenario: s
      actors: { \(actors.joined(separator: ", ")) }
      steps:
      \(steps)
      """
    let plan = try Loading.plan(scenario, contract: contract, target: target)
    return CoverageFinder.coverage(
      of: plan, contract: "c.yaml",
      skipped: skipping ? [.init(name: "s", lacks: ["shop.orders"], denied: [])] : [])
  }

  /// All that is checked, of what the contract promises and of its errors.
  static func checked(_ steps: String) throws -> Set<Claim> {
    let coverage = try coverage(steps)
    return Set((coverage.promises + coverage.errors).filter(\.isChecked).map(\.claim))
  }

  static func transitions(_ steps: String) throws -> Set<[String]> {
    Set(
      try checked(steps).compactMap { claim in
        if case .flow(_, let from, let to) = claim.kind { [from, to] } else { nil }
      })
  }
}
