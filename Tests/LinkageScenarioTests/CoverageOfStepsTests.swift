import LinkageCore
import LinkageScenario
import Testing

@Suite("What the steps of a suite check of its contract")
struct CoverageOfStepsTests {
  // MARK: Statuses

  @Test("a transition is checked where a thing is expected in one status and then in the next")
  func flow() throws {
    let found = try Covering.transitions(
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
    let found = try Covering.transitions(
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
      try Covering.transitions([start, find("shipped")].joined(separator: "\n"))
        == [["created", "paid"], ["paid", "shipped"]])
    #expect(try Covering.transitions([start, find("refunded")].joined(separator: "\n")) == [])
    // Two changes: by way of shipping.
    #expect(
      try Covering.transitions(
        [start, find("paid"), move, move, find("refunded")].joined(separator: "\n"))
        == [["created", "paid"], ["paid", "shipped"], ["shipped", "refunded"]])
  }

  @Test("the first status seen tells where it must have come from, where that is one alone")
  func only() throws {
    let find = { (status: String) in
      "- { do: web.find, as: alice, with: { orderId: \"1\" }, expect: [ out.status == '\(status)' ] }"
    }
    #expect(
      try Covering.transitions(find("shipped")) == [["created", "paid"], ["paid", "shipped"]])
    #expect(try Covering.transitions(find("refunded")) == [])
    #expect(try Covering.transitions(find("created")) == [])
  }

  @Test("a condition that may hold otherwise says nothing")
  func either() throws {
    let found = try Covering.transitions(
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
    #expect(try Covering.checked(twice).contains(rises))
    let repeated = order + find("alice", "web", ", expect: [ true ], stays: 1s")
    #expect(try Covering.checked(repeated).contains(rises))
    let others =
      order + find("alice", "web", "") + find("bob", "web", "") + find("alice", "mini", "")
    #expect(!(try Covering.checked(others).contains(rises)))
  }

  @Test("one's own change is checked where the same actor reads it on the same platform")
  func ownWrites() throws {
    let own = Claim("order", .readYourWrites(platform: "web"))
    let order = "- { id: order, do: web.order, as: alice }\n"
    let find = { (actor: String, platform: String) in
      "- { do: \(platform).find, as: \(actor), with: { orderId: \"${order.out.orderId}\" } }\n"
    }
    // The checker compares the versions.
    #expect(try Covering.checked(order + find("alice", "web")).contains(own))
    #expect(!(try Covering.checked(order + find("bob", "web")).contains(own)))
    #expect(!(try Covering.checked(order + find("alice", "mini")).contains(own)))
    #expect(
      !(try Covering.checked(find("alice", "web").replacing("${order.out.orderId}", with: "1"))
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
    let found = try Covering.checked(
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
    let twice = { (step: String) in try Covering.checked("\(step)\n\(step)").contains(once) }
    #expect(try twice("- { do: web.order, as: bob }"))
    #expect(try twice("- { do: web.order, as: alice, with: { key: k } }"))
    #expect(!(try twice("- { do: web.order, as: alice, with: { key: \"${fake.uuid()}\" } }")))
    #expect(!(try twice("- { do: web.order, as: alice }")))
    #expect(!(try Covering.checked("- { do: web.order, as: bob }").contains(once)))
  }

  @Test("single use is checked where the same thing is tried twice, and returned where it was used")
  func spends() throws {
    let spends = Claim("web.order", .spends(entity: "coupon"))
    let returns = Claim("web.move", .returns(entity: "coupon"))
    let use = "- { do: web.order, as: alice, with: { couponId: c1 } }\n"
    let move = "- { do: web.move, as: alice, with: { orderId: \"1\" } }\n"
    #expect(!(try Covering.checked(use).contains(spends)))
    #expect(!(try Covering.checked(use + use.replacing("c1", with: "c2")).contains(spends)))
    #expect(
      try Covering.checked(use + use.replacing(" }\n", with: ", fails: used_up }\n")).contains(
        spends))
    #expect(try Covering.checked(use + move + use).contains(returns))
    #expect(!(try Covering.checked(move + use).contains(returns)))
    #expect(!(try Covering.checked(use + move).contains(returns)))
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
    let blind = try Covering.checked(steps)
    for claim in claims { #expect(!blind.contains(claim)) }
    let looking = try Covering.checked(steps + "\n- { do: mini.points, as: alice }")
    for claim in claims { #expect(looking.contains(claim)) }
  }

  @Test("an error is met where a step must or may end in it")
  func errors() throws {
    let found = try Covering.checked(
      """
      - { do: web.order, as: alice, may_fail: [sold_out] }
      - { do: web.order, as: alice, fails: used_up }
      """)
    #expect(found.contains(Claim("web.order", .error("sold_out"))))
    #expect(found.contains(Claim("web.order", .error("used_up"))))
    #expect(!found.contains(Claim("web.find", .error("gone"))))
  }
}
