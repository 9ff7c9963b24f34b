import LinkageCheck
import LinkageCore
import Testing
import Values

/// Changes may take a second, as the tiny contract says.
@Suite("What was acknowledged stays")
struct DurabilityTests {
  private let o1: Value = ["orderId": "o1"]
  private let created: Value = ["orderId": "o1", "status": "created", "version": 1]
  private let paid: Value = ["orderId": "o1", "status": "paid", "version": 2]
  private let gone = Outcome.refused(error: "order_not_found")

  private func result(_ shop: TinyShop) throws -> CheckResult { try shop.check(Durability()) }

  private func passed(_ observed: Int = 1) -> CheckResult {
    CheckResult(checker: "durability", observed: observed, violations: [])
  }

  /// Nothing else than a violation, of a thing looked at once.
  private func violated(_ violation: CheckResult.Violation) -> CheckResult {
    CheckResult(checker: "durability", judgement: .fail, observed: 1, violations: [violation])
  }

  @Test("an order that two reads in a row do not find, long after, is lost")
  func lost() throws {
    var shop = TinyShop()
    let write = shop.write("alice", "web", "order", at: (1, 2), out: created)
    let first = shop.read("alice", "mini", "order", at: (1_003, 1_004), gone, with: o1)
    let second = shop.read("alice", "mini", "order", at: (1_005, 1_006), gone, with: o1)
    #expect(
      try result(shop)
        == violated(
          .init(
            type: .lost, witness: [write, first, second], step: .init(case: 0, step: 2),
            entity: "order", key: "o1", platform: "mini")))
  }

  @Test(
    "while another scenario has something broken nothing is lost, unless it broke a system of its own",
    arguments: [false, true])
  func broken(isAlone: Bool) throws {
    var shop = TinyShop()
    shop.fault(at: (0, 1), in: 1)
    shop.alone = isAlone ? [1] : []
    shop.write("alice", "web", "order", at: (1, 2), out: created)
    shop.read("alice", "mini", "order", at: (1_003, 1_004), gone, with: o1)
    shop.read("alice", "mini", "order", at: (1_005, 1_006), gone, with: o1)
    #expect(try result(shop).violations.map(\.type) == (isAlone ? [.lost] : []))
  }

  @Test("an order that was seen there before has vanished")
  func vanished() throws {
    var shop = TinyShop()
    shop.write("alice", "web", "order", at: (1, 2), out: created)
    let seen = shop.read("alice", "mini", "order", at: (10, 11), out: created, with: o1)
    let first = shop.read("alice", "mini", "order", at: (1_003, 1_004), gone, with: o1)
    let second = shop.read("alice", "mini", "order", at: (1_005, 1_006), gone, with: o1)
    #expect(
      try result(shop)
        == violated(
          .init(
            type: .vanished, witness: [seen, first, second], step: .init(case: 0, step: 3),
            entity: "order", key: "o1", platform: "mini")))
  }

  @Test("a change that two reads in a row do not show, long after, is lost")
  func lostChange() throws {
    var shop = TinyShop()
    shop.write("alice", "web", "order", at: (1, 2), out: created)
    let write = shop.write("alice", "web", "order", at: (3, 4), out: paid)
    let first = shop.read("alice", "mini", "order", at: (1_005, 1_006), out: created, with: o1)
    let second = shop.read("alice", "mini", "order", at: (1_007, 1_008), out: created, with: o1)
    #expect(
      try result(shop)
        == violated(
          .init(
            type: .lost, witness: [write, first, second], step: .init(case: 0, step: 3),
            entity: "order", key: "o1", platform: "mini", field: "version",
            facts: [.init("expected", 2), .init("found", 1)])))
  }

  @Test("an entry that the ledger does not have in the end is lost")
  func lostEntry() throws {
    var shop = TinyShop()
    shop.write("alice", "web", "member", at: (1, 2), out: ["memberId": "m1"])
    let earned = shop.write(
      "alice", "web", "points", at: (3, 4), out: ["entryId": "e1", "points": 5])
    shop.write("alice", "web", "points", at: (5, 6), out: ["entryId": "e2", "points": 9])
    let ledger: Value = ["points": 4, "entries": [["entryId": "e2", "amount": 4]]]
    let first = shop.read("alice", "mini", "points", at: (1_007, 1_008), out: ledger)
    let second = shop.read("alice", "mini", "points", at: (1_009, 1_010), out: ledger)
    #expect(
      try result(shop)
        == violated(
          .init(
            type: .lost, witness: [earned, first, second], step: .init(case: 0, step: 4),
            entity: "points", key: "m1", platform: "mini", field: "entries",
            facts: [.init("expected", "e1")])))
  }

  @Test("what a probe waited for in vain counts although it was not asked for by name")
  func probe() throws {
    var shop = TinyShop()
    let write = shop.write("alice", "web", "member", at: (1, 2), out: ["memberId": "m1"])
    let step = shop.step(
      "mini", "alice", "login", reads: ["member"], writes: [],
      sync: .init(
        since: ["change0"], writes: [0], link: Link(entity: "member", from: "web", to: "mini"),
        within: .seconds(1), slo: nil, promised: nil, hold: nil))
    let missing = Outcome.refused(error: "not_registered")
    let first = shop.done(
      step, platform: "mini", (1_003, 1_004), missing, ["phone": "1"], .null, read: 0, status: 404)
    let second = shop.done(
      step, platform: "mini", (1_005, 1_006), missing, ["phone": "1"], .null, read: 1, status: 404)
    #expect(
      try result(shop)
        == violated(
          .init(
            type: .lost, witness: [write, first, second], step: step, entity: "member", key: "m1",
            platform: "mini")))
  }

  @Test("nothing was read, or nothing written: unknown")
  func nothing() throws {
    #expect(try result(TinyShop()).judgement == .unknown)
    var shop = TinyShop()
    shop.write("alice", "web", "order", at: (1, 2), out: created)
    #expect(
      try result(shop)
        == CheckResult(checker: "durability", judgement: .unknown, observed: 0, violations: []))
  }

  @Test("merely late, seen once only, or read by overlapping reads: not lost")
  func late() throws {
    var early = TinyShop()
    early.write("alice", "web", "order", at: (1, 2), out: created)
    early.read("alice", "mini", "order", at: (900, 901), gone, with: o1)
    early.read("alice", "mini", "order", at: (1_005, 1_006), gone, with: o1)
    #expect(try result(early) == passed())

    var overlapping = TinyShop()
    overlapping.write("alice", "web", "order", at: (1, 2), out: created)
    overlapping.read("alice", "mini", "order", at: (1_003, 1_006), gone, with: o1)
    overlapping.read("alice", "mini", "order", at: (1_005, 1_007), gone, with: o1)
    #expect(try result(overlapping) == passed())

    var failing = TinyShop()
    failing.write("alice", "web", "order", at: (1, 2), out: created)
    failing.read("alice", "mini", "order", at: (1_003, 1_004), gone, with: o1)
    failing.read(
      "alice", "mini", "order", at: (1_005, 1_006), .unknown(reason: nil, status: 503), with: o1)
    #expect(try result(failing) == passed())
  }

  @Test("of a write whose outcome nobody knows, nothing is lost")
  func unknownOutcome() throws {
    var shop = TinyShop()
    shop.write(
      "alice", "web", "order", at: (1, 2), .unknown(reason: nil, status: 503), with: o1)
    shop.read("alice", "mini", "order", at: (1_003, 1_004), gone, with: o1)
    shop.read("alice", "mini", "order", at: (1_005, 1_006), gone, with: o1)
    #expect(try result(shop).violations == [])
  }

  @Test("deleted, cancelled, asked for by somebody else or expected to be missing: not lost")
  func rightlyMissing() throws {
    func shop(_ between: (inout TinyShop) -> Void, reader: String = "alice") -> TinyShop {
      var shop = TinyShop()
      shop.write("alice", "web", "order", at: (1, 2), out: created)
      between(&shop)
      shop.read(reader, "mini", "order", at: (1_013, 1_014), gone, with: o1)
      shop.read(reader, "mini", "order", at: (1_015, 1_016), gone, with: o1)
      return shop
    }
    let cancelled: Value = ["orderId": "o1", "status": "cancelled", "version": 2]
    let shops = [
      shop { $0.write("alice", "web", "order", at: (3, 4), with: o1, deletes: true) },
      shop { $0.write("alice", "web", "member", at: (3, 4), deletes: true) },
      shop { $0.write("alice", "web", "order", at: (3, 4), out: cancelled) },
      shop {
        $0.write(
          "alice", "web", "order", at: (3, 4), .unknown(reason: nil, status: nil), with: o1)
      },
      shop({ _ in }, reader: "bob"),
      shop { shop in
        shop.read("alice", "mini", "member", at: (5, 6), out: ["memberId": "m1"])
        shop.read("alice", "mini", "member", at: (7, 8), out: ["memberId": "m2"])
      },
    ]
    for shop in shops { #expect(try result(shop).violations == []) }
  }

  @Test("while something is broken, and until it has healed for long enough, nothing is lost")
  func faults() throws {
    for (off, isLost) in [(5, true), (500, false), (nil, false)] as [(Int64?, Bool)] {
      var shop = TinyShop()
      let fault = shop.step(
        "console", nil, "cut", reads: [], writes: [],
        kind: .fault(link: "both", type: "partition", length: nil))
      shop.done(fault, platform: "console", (0, 1), .ok, .null, .null, read: nil)
      shop.write("alice", "web", "order", at: (1, 2), out: created)
      if let off {
        shop.done(fault, platform: "console", (off, off + 1), .ok, .null, .null, read: 0)
      }
      shop.read("alice", "mini", "order", at: (1_013, 1_014), gone, with: o1)
      shop.read("alice", "mini", "order", at: (1_015, 1_016), gone, with: o1)
      #expect(try result(shop).violations.map(\.type) == (isLost ? [.lost] : []))
    }
  }

  @Test("without a promise, five times the longest latency of the run must have passed")
  func noPromise() throws {
    for (latency, isLost) in [(Int64(100), true), (300, false)] {
      var shop = TinyShop()
      shop.entities = [
        TinyShop.entity("order", key: "orderId", fields: TinyShop.order.fields, within: nil)
      ]
      shop.write("alice", "web", "order", at: (1, 2), out: created)
      shop.read("alice", "mini", "order", at: (1_013, 1_014), gone, with: o1)
      shop.read("alice", "mini", "order", at: (1_015, 1_016), gone, with: o1)
      let interval = LatencyInterval(
        lower: .zero, upper: .milliseconds(latency), point: .milliseconds(latency))
      let measurement = Measurement(
        link: Link(entity: "order", from: "web", to: "mini"), latency: interval,
        sinceSent: interval, stable: nil, conditions: [], acknowledged: TinyHistory.at(0),
        within: .seconds(1), slo: nil, sloAnswer: nil, reads: 1, failedReads: 0,
        sameAnswer: false)
      let index = HistoryIndex(shop.history, measurements: [measurement])
      #expect(Durability().check(index).violations.isEmpty == !isLost)
    }
  }
}
