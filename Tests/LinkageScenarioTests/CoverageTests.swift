import LinkageCore
import LinkageScenario
import Testing

@Suite("What a suite checks of its contract")
struct CoverageTests {
  private static func way(_ from: String, _ to: String) -> Claim.Way {
    Claim.Way(from: from, to: to)
  }

  // MARK: What there is

  @Test("a contract promises every way from a platform that writes to another that reads")
  func ways() throws {
    let ways = try Covering.coverage("- { do: web.earn, as: alice, with: { amount: 1 } }").ways
    #expect(
      ways.map { [$0.link.entity ?? "", $0.link.from, $0.link.to] } == [
        ["order", "web", "mini"], ["order", "web", "shop"], ["points", "web", "mini"],
        ["points", "web", "shop"],
      ])
    #expect(ways.allSatisfy { $0.waiting.isEmpty && $0.reading.isEmpty })
  }

  @Test("what nobody can read elsewhere is promised all the same, and checked by nobody")
  func withoutWay() throws {
    let promises = try Covering.coverage("- { do: web.order, as: alice }").promises
    let found = try #require(promises.first { $0.claim.subject == "coupon" })
    #expect(found.claim == Claim("coupon", .slo(.seconds(1), nil)) && !found.isChecked)
  }

  @Test("fields that two platforms show are to be compared, keys and the fields of one are not")
  func compared() throws {
    let promises = try Covering.coverage("- { do: web.order, as: alice }").promises
    let fields = promises.compactMap { promise -> String? in
      guard case .same(let field) = promise.claim.kind else { return nil }
      return "\(promise.claim.subject).\(field)"
    }
    #expect(
      fields == ["order.status", "order.version", "order.note", "points.points", "points.entries"])
  }

  @Test("without a contract there is nothing to check")
  func noContract() throws {
    let plan = try Loading.plan(
      "scenario: s\nplatforms: { web: \"http://w\" }\nsteps: [{ on: web, get: / }]")
    let coverage = CoverageFinder.coverage(of: plan, contract: "c.yaml", skipped: [])
    #expect(coverage.contract == nil && coverage.promises.isEmpty && coverage.ways.isEmpty)
    #expect(coverage.lacking == nil && coverage.scenarios == ["s"])
  }

  @Test("operations of the contract that the target lacks are named, used or not")
  func lacking() throws {
    #expect(try Covering.coverage("- { do: web.order, as: alice }").lacking == ["shop.orders"])
  }

  @Test("a scenario that the target cannot run checks nothing, and is named for what it would")
  func skipped() throws {
    let coverage = try Covering.coverage("- { do: web.order, as: alice }", skipping: true)
    let call = try #require(coverage.promises.first { $0.claim == Claim("web.order", .exists) })
    #expect(!call.isChecked && call.skipped == ["s"])
    #expect(coverage.scenarios.isEmpty)
  }

  // MARK: Ways

  @Test("a wait checks slo and within of its way, a read without one neither")
  func waits() throws {
    let steps = """
      - { id: order, do: web.order, as: alice }
      - { do: mini.find, as: alice, with: { orderId: "${order.out.orderId}" }, %@expect: [ true ] }
      """
    let waiting = try Covering.checked(
      steps.replacing("%@", with: "sync: { since: order, entity: order }, "))
    #expect(waiting.contains(Claim("order", .slo(.seconds(1), Self.way("web", "mini")))))
    #expect(waiting.contains(Claim("order", .within(.seconds(10), Self.way("web", "mini")))))
    #expect(!waiting.contains(Claim("order", .slo(.seconds(1), Self.way("web", "shop")))))
    let patient = try Covering.checked(
      steps.replacing("%@", with: "sync: { since: order, entity: order, within: 1m }, "))
    #expect(patient.contains(Claim("order", .slo(.seconds(1), Self.way("web", "mini")))))
    #expect(!patient.contains(Claim("order", .within(.seconds(10), Self.way("web", "mini")))))
    let reading = try Covering.coverage(steps.replacing("%@", with: ""))
    #expect(reading.ways[0].waiting == [] && reading.ways[0].reading == ["s"])
    #expect(!reading.promises.contains { $0.isChecked && $0.claim.kind.isTime })
  }

  @Test("a parity waits on each platform, for each that has written")
  func parity() throws {
    let found = try Covering.checked(
      """
      - { id: earn, do: web.earn, as: alice, with: { amount: 1 } }
      - { parity: points, read: { mini: mini.points, shop: shop.points }, as: alice, sync: { since: earn } }
      """)
    #expect(found.contains(Claim("points", .within(.seconds(10), Self.way("web", "mini")))))
    #expect(found.contains(Claim("points", .within(.seconds(10), Self.way("web", "shop")))))
    #expect(found.contains(Claim("points", .same(field: "points"))))
    #expect(found.contains(Claim("points", .same(field: "entries"))))
    #expect(found.contains(Claim("points", .ledger(balance: "points", entries: "entries"))))
    #expect(found.contains(Claim("points", .least(field: "points", 0))))
    #expect(found.contains(Claim("web.earn", .adds(entity: "points"))))
  }

  @Test("a write that must be refused changes nothing that could be waited for or read")
  func refused() throws {
    let coverage = try Covering.coverage(
      """
      - { do: web.order, as: alice, fails: sold_out }
      - { do: mini.find, as: alice, with: { orderId: "1" }, fails: gone }
      """)
    #expect(coverage.ways[0].reading == [])
  }
}

extension Claim.Kind {
  fileprivate var isTime: Bool {
    switch self {
    case .slo, .within: true
    default: false
    }
  }
}
