import LinkageCore
import LinkageScenario
import Testing

@Suite("What a suite checks of its contract")
struct CoverageTests {
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

  private static func way(_ from: String, _ to: String) -> Claim.Way {
    Claim.Way(from: from, to: to)
  }

  // MARK: What there is

  @Test("a contract promises every way from a platform that writes to another that reads")
  func ways() throws {
    let ways = try Self.coverage("- { do: web.earn, as: alice, with: { amount: 1 } }").ways
    #expect(
      ways.map { [$0.link.entity ?? "", $0.link.from, $0.link.to] } == [
        ["order", "web", "mini"], ["order", "web", "shop"], ["points", "web", "mini"],
        ["points", "web", "shop"],
      ])
    #expect(ways.allSatisfy { $0.waiting.isEmpty && $0.reading.isEmpty })
  }

  @Test("what nobody can read elsewhere is promised all the same, and checked by nobody")
  func withoutWay() throws {
    let promises = try Self.coverage("- { do: web.order, as: alice }").promises
    let found = try #require(promises.first { $0.claim.subject == "coupon" })
    #expect(found.claim == Claim("coupon", .slo(.seconds(1), nil)) && !found.isChecked)
  }

  @Test("fields that two platforms show are to be compared, keys and the fields of one are not")
  func compared() throws {
    let promises = try Self.coverage("- { do: web.order, as: alice }").promises
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
    #expect(try Self.coverage("- { do: web.order, as: alice }").lacking == ["shop.orders"])
  }

  @Test("a scenario that the target cannot run checks nothing, and is named for what it would")
  func skipped() throws {
    let coverage = try Self.coverage("- { do: web.order, as: alice }", skipping: true)
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
    let waiting = try Self.checked(
      steps.replacing("%@", with: "sync: { since: order, entity: order }, "))
    #expect(waiting.contains(Claim("order", .slo(.seconds(1), Self.way("web", "mini")))))
    #expect(waiting.contains(Claim("order", .within(.seconds(10), Self.way("web", "mini")))))
    #expect(!waiting.contains(Claim("order", .slo(.seconds(1), Self.way("web", "shop")))))
    let patient = try Self.checked(
      steps.replacing("%@", with: "sync: { since: order, entity: order, within: 1m }, "))
    #expect(patient.contains(Claim("order", .slo(.seconds(1), Self.way("web", "mini")))))
    #expect(!patient.contains(Claim("order", .within(.seconds(10), Self.way("web", "mini")))))
    let reading = try Self.coverage(steps.replacing("%@", with: ""))
    #expect(reading.ways[0].waiting == [] && reading.ways[0].reading == ["s"])
    #expect(!reading.promises.contains { $0.isChecked && $0.claim.kind.isTime })
  }

  @Test("a parity waits on each platform, for each that has written")
  func parity() throws {
    let found = try Self.checked(
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
    let coverage = try Self.coverage(
      """
      - { do: web.order, as: alice, fails: sold_out }
      - { do: mini.find, as: alice, with: { orderId: "1" }, fails: gone }
      """)
    #expect(coverage.ways[0].reading == [])
  }

  // MARK: Statuses

  @Test("a transition is checked where a thing is expected in one status and then in the next")
  func flow() throws {
    let found = try Self.transitions(
      """
      - { id: order, do: web.order, as: alice, expect: [ out.status == 'created' ] }
      - { do: web.move, as: alice, with: { orderId: "${order.out.orderId}" }, expect: [ "out.status == 'paid'" ] }
      - { do: web.move, as: alice, with: { orderId: "${order.out.orderId}" } }
      - { do: mini.find, as: alice, with: { orderId: "${order.out.orderId}" }, expect: [ "out.status == \\"refunded\\"" ] }
      """)
    #expect(found == [["created", "paid"], ["paid", "refunded"]])
  }

  @Test("two things in a row are no transition")
  func twoThings() throws {
    let found = try Self.transitions(
      """
      - { id: first, do: web.order, as: alice, expect: [ out.status == 'paid' ] }
      - { id: second, do: web.order, as: alice }
      - { do: web.find, as: alice, with: { orderId: "${second.out.orderId}" }, expect: [ out.status == 'refunded' ] }
      """)
    #expect(found == [])
  }

  @Test("what is skipped in between counts where there is one way only")
  func between() throws {
    let find = { (status: String) in
      "- { do: web.find, as: alice, with: { orderId: \"1\" }, expect: [ out.status == '\(status)' ] }"
    }
    let move = "- { do: web.move, as: alice, with: { orderId: \"1\" } }"
    let start =
      "- { do: web.move, as: alice, with: { orderId: \"1\" }, expect: [ out.status == 'created' ] }"
    #expect(
      try Self.transitions([start, find("shipped")].joined(separator: "\n"))
        == [["created", "paid"], ["paid", "shipped"]])
    #expect(try Self.transitions([start, find("refunded")].joined(separator: "\n")) == [])
    // Two changes: by way of shipping.
    #expect(
      try Self.transitions(
        [start, find("paid"), move, move, find("refunded")].joined(separator: "\n"))
        == [["created", "paid"], ["paid", "shipped"], ["shipped", "refunded"]])
  }

  @Test("the first status seen tells where it must have come from, where that is one alone")
  func only() throws {
    let find = { (status: String) in
      "- { do: web.find, as: alice, with: { orderId: \"1\" }, expect: [ out.status == '\(status)' ] }"
    }
    #expect(try Self.transitions(find("shipped")) == [["created", "paid"], ["paid", "shipped"]])
    #expect(try Self.transitions(find("refunded")) == [])
    #expect(try Self.transitions(find("created")) == [])
  }

  @Test("a condition that may hold otherwise says nothing")
  func either() throws {
    let found = try Self.transitions(
      """
      - { do: web.find, as: alice, with: { orderId: "1" }, expect: [ "out.status == 'paid' || true" ] }
      - { do: web.find, as: alice, with: { orderId: "1" }, expect: [ "true ? out.status == 'paid' : true" ] }
      - { do: web.find, as: alice, with: { orderId: "1" }, expect: [ "out.status != 'paid'" ] }
      """)
    #expect(found == [])
  }

  // MARK: Reads

  @Test(
    "what only rises is checked by two reads of the same actor on a platform, or a repeated one")
  func monotonic() throws {
    let rises = Claim("order", .monotonic(field: "version", .up))
    let order = "- { id: order, do: web.order, as: alice }\n"
    let find = { (actor: String, platform: String, more: String) in
      "- { do: \(platform).find, as: \(actor), with: { orderId: \"${order.out.orderId}\" }\(more) }\n"
    }
    let twice = order + find("alice", "web", "") + find("alice", "web", "")
    #expect(try Self.checked(twice).contains(rises))
    let repeated = order + find("alice", "web", ", expect: [ true ], stays: 1s")
    #expect(try Self.checked(repeated).contains(rises))
    let others =
      order + find("alice", "web", "") + find("bob", "web", "") + find("alice", "mini", "")
    #expect(!(try Self.checked(others).contains(rises)))
  }

  @Test("one's own change is checked where the same actor reads it on the same platform")
  func ownWrites() throws {
    let own = Claim("order", .readYourWrites(platform: "web"))
    let order = "- { id: order, do: web.order, as: alice }\n"
    let find = { (actor: String, platform: String) in
      "- { do: \(platform).find, as: \(actor), with: { orderId: \"${order.out.orderId}\" } }\n"
    }
    // The checker compares the versions.
    #expect(try Self.checked(order + find("alice", "web")).contains(own))
    #expect(!(try Self.checked(order + find("bob", "web")).contains(own)))
    #expect(!(try Self.checked(order + find("alice", "mini")).contains(own)))
    #expect(
      !(try Self.checked(find("alice", "web").replacing("${order.out.orderId}", with: "1"))
        .contains(own)))
  }

  @Test("a list that is compared compares the fields of what it lists")
  func listed() throws {
    let contract = """
      contract: linkage/v1
      platforms: { a: { title: A }, b: { title: B } }
      entities:
        item: { key: sku, fields: { sku: string, price: money } }
        shop: { key: name, fields: { name: string, items: list } }
      operations:
        a.shop: &shop { reads: [shop, item], out: { items: { type: list, of: item } } }
        b.shop: *shop
      """
    let plan = try Loading.plan(
      "scenario: s\nsteps: [{ parity: shop, read: { a: a.shop, b: b.shop } }]", contract: contract,
      target: """
        target: t
        platforms: { a: { base: "http://a" }, b: { base: "http://b" } }
        operations: { a.shop: { get: /, out: { items: http.body } }, b.shop: { get: /, out: { items: http.body } } }
        """)
    let coverage = CoverageFinder.coverage(of: plan, contract: "c", skipped: [])
    #expect(coverage.unchecked.isEmpty, "\(coverage.unchecked)")
    #expect(coverage.promises.contains { $0.claim == Claim("item", .same(field: "price")) })
  }

  // MARK: Calls

  @Test("a call counts for itself, in the clean-up, too")
  func called() throws {
    let found = try Self.checked(
      """
      - { do: web.order, as: alice, may_fail: [sold_out] }
      finally:
      - { do: web.leave, as: alice }
      - { do: web.find, as: alice, with: { orderId: "1" }, may_fail: [gone] }
      """)
    #expect(found.contains(Claim("web.order", .exists)))
    #expect(found.contains(Claim("web.leave", .exists)))
    #expect(!found.contains(Claim("web.move", .exists)))
    // What the clean-up may meet is not looked for.
    #expect(!found.contains(Claim("web.find", .error("gone"))))
  }

  @Test("the same submission twice is one with the same key, not with another that is made up")
  func once() throws {
    let once = Claim("web.order", .once(input: "key"))
    let twice = { (step: String) in try Self.checked("\(step)\n\(step)").contains(once) }
    #expect(try twice("- { do: web.order, as: bob }"))
    #expect(try twice("- { do: web.order, as: alice, with: { key: k } }"))
    #expect(!(try twice("- { do: web.order, as: alice, with: { key: \"${fake.uuid()}\" } }")))
    #expect(!(try twice("- { do: web.order, as: alice }")))
    #expect(!(try Self.checked("- { do: web.order, as: bob }").contains(once)))
  }

  @Test("single use is checked where the same thing is tried twice, and returned where it was used")
  func spends() throws {
    let spends = Claim("web.order", .spends(entity: "coupon"))
    let returns = Claim("web.move", .returns(entity: "coupon"))
    let use = "- { do: web.order, as: alice, with: { couponId: c1 } }\n"
    let move = "- { do: web.move, as: alice, with: { orderId: \"1\" } }\n"
    #expect(!(try Self.checked(use).contains(spends)))
    #expect(!(try Self.checked(use + use.replacing("c1", with: "c2")).contains(spends)))
    #expect(
      try Self.checked(use + use.replacing(" }\n", with: ", fails: used_up }\n")).contains(spends))
    #expect(try Self.checked(use + move + use).contains(returns))
    #expect(!(try Self.checked(move + use).contains(returns)))
    #expect(!(try Self.checked(use + move).contains(returns)))
  }

  @Test("amounts, deletions and forgeries are checked where somebody looks afterwards")
  func looks() throws {
    let steps = """
      - { do: web.earn, as: alice, with: { amount: 1 } }
      - { do: web.spend, as: alice, with: { amount: 1 } }
      - { do: mini.forge, as: alice, fails: forged }
      - { do: web.leave, as: alice }
      """
    let claims = [
      Claim("web.earn", .adds(entity: "points")), Claim("web.spend", .takes(entity: "points")),
      Claim("mini.forge", .forgery), Claim("web.leave", .deletes(entity: "points")),
    ]
    let blind = try Self.checked(steps)
    for claim in claims { #expect(!blind.contains(claim)) }
    let looking = try Self.checked(steps + "\n- { do: mini.points, as: alice }")
    for claim in claims { #expect(looking.contains(claim)) }
  }

  @Test("an error is met where a step must or may end in it")
  func errors() throws {
    let found = try Self.checked(
      """
      - { do: web.order, as: alice, may_fail: [sold_out] }
      - { do: web.order, as: alice, fails: used_up }
      """)
    #expect(found.contains(Claim("web.order", .error("sold_out"))))
    #expect(found.contains(Claim("web.order", .error("used_up"))))
    #expect(!found.contains(Claim("web.find", .error("gone"))))
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
