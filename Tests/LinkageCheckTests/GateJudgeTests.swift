import LinkageCheck
import LinkageCore
import Testing

@Suite("A gate")
struct GateJudgeTests {
  private static let place = Place(path: "gate.yaml", line: 1, column: 7, length: 7)
  private static let today = CalendarDay(milliseconds: 1_795_230_944_120)

  private func gate(
    _ limits: (GateRule.Limit, GateRule.Level)..., quarantine: [String] = [],
    expires: String = "2026-11-21"
  ) throws -> Gate {
    let day = try #require(CalendarDay(expires))
    return Gate(
      name: "release", place: Self.place,
      rules: limits.enumerated().map { number, rule in
        GateRule(id: "r\(number)", place: Self.place, limit: rule.0, level: rule.1)
      },
      quarantine: quarantine.map {
        Quarantine(scenario: $0, issue: "SHOP-1", owner: "growth", expires: day, place: Self.place)
      })
  }

  private func result(_ gate: Gate, _ tiny: TinyVerdict) -> GateResult {
    GateJudge(gate, on: Self.today).result(of: tiny.run)
  }

  private func judge(_ limit: GateRule.Limit, _ run: GateRun) throws -> GateRuleResult {
    let found = GateJudge(try gate((limit, .fail)), on: Self.today).result(of: run)
    return try #require(found.rules.first { $0.rule.id == "r0" })
  }

  // MARK: What is built in

  @Test("without rules passes what has neither failed nor violated anything")
  func builtIn() throws {
    var tiny = TinyVerdict()
    tiny.add("login")
    tiny.check("durability", .pass)
    tiny.check("phantom", .unknown, observed: 0)
    let found = result(try gate(), tiny)
    #expect(found.judgement == .pass)
    #expect(
      found.rules == [
        GateRuleResult(
          rule: .builtIn, judgement: .pass,
          measured: .broken(
            .init(violations: [], failed: [], undecided: [], nothingRan: false)))
      ])
  }

  @Test(
    "without rules fails for a failure or a violation, and cannot say where something is open",
    arguments: [
      (CaseVerdict.Status.failed, Judgement.pass, Judgement.fail), (.passed, .fail, .fail),
      (.errored, .pass, .unknown), (.passed, .unknown, .unknown), (.skipped, .pass, .unknown),
    ])
  func builtInBroken(status: CaseVerdict.Status, check: Judgement, answer: Judgement) throws {
    var tiny = TinyVerdict()
    tiny.add("login", status)
    tiny.check("durability", check)
    if status == .skipped { tiny.judgement = .unknown }
    #expect(result(try gate(), tiny).judgement == answer)
  }

  @Test("tells what is built in once, and always where the file only warns of it")
  func builtInOnce() throws {
    var tiny = TinyVerdict()
    tiny.add("login", .failed)
    let whole = GateRule.builtIn.limit
    #expect(result(try gate((whole, .fail)), tiny).rules.map(\.rule.id) == ["r0"])
    let warned = result(try gate((whole, .warn)), tiny)
    #expect(warned.rules.map(\.rule.id) == ["built-in", "r0"])
    #expect(warned.judgement == .fail)
  }

  @Test("judges violations and failures apart where a rule names one of them")
  func apart() throws {
    var tiny = TinyVerdict()
    tiny.add("login", .failed)
    tiny.add("points", .errored)
    tiny.check("durability", .pass)
    let violations = try judge(.nothingBroken(violations: true, failed: false), tiny.run)
    #expect(violations.judgement == .pass)
    let failed = try judge(.nothingBroken(violations: false, failed: true), tiny.run)
    #expect(failed.judgement == .fail)
    #expect(
      failed.measured
        == .broken(
          .init(
            violations: [], failed: ["login #1"], undecided: ["points #2"], nothingRan: false)))
  }

  @Test("passes nothing of a run that was interrupted")
  func interrupted() throws {
    var tiny = TinyVerdict()
    tiny.add("login")
    tiny.wasInterrupted = true
    tiny.judgement = .unknown
    #expect(result(try gate(), tiny).judgement == .unknown)
    let violations = try judge(.nothingBroken(violations: true, failed: false), tiny.run)
    #expect(violations.judgement == .unknown)
  }

  @Test("keeps the doubt that a checker leaves which crashed, whatever is quarantined")
  func crashed() throws {
    var tiny = TinyVerdict()
    tiny.add("login")
    tiny.add("share", .failed)
    tiny.check("durability", .unknown, observed: 0)
    let quarantined = try gate(quarantine: ["share"])
    #expect(result(quarantined, tiny).judgement == .pass)
    tiny.checks[0].hasCrashed = true
    let found = result(quarantined, tiny)
    #expect(found.judgement == .unknown)
    guard case .broken(let broken)? = found.rules.first?.measured else { return }
    #expect(broken.undecided == ["durability"])
  }

  // MARK: Rates

  @Test(
    "a rate holds where its whole interval does, and 72 of 72 are the fewest that prove 95 %",
    arguments: [
      (72, 0, Judgement.pass), (71, 0, .unknown), (72, 1, .unknown), (80, 20, .fail),
      (0, 1, .unknown), (0, 3, .fail),
    ])
  func rate(seen: Int, never: Int, answer: Judgement) throws {
    let run = TinyVerdict.run(seen, at: 5, never: never)
    let found = try judge(.syncRate(.entity("order"), atLeast: 0.95), run)
    #expect(found.judgement == answer)
    guard case .rate(let rate) = found.measured else {
      Issue.record("\(found.measured)")
      return
    }
    #expect(rate.samples == seen + never && rate.least == seen && rate.most == seen)
    #expect(rate.samplesNeeded == 72)
  }

  @Test("a change whose last read failed may have been in time")
  func undecidedSample() throws {
    var tiny = TinyVerdict()
    for _ in 0..<71 { tiny.sample("order", 5, 6) }
    tiny.sample("order", 300, nil, .errored)
    tiny.sample("order", 9_999, 10_001)
    let found = try judge(.syncRate(.link(TinyVerdict.order), atLeast: 0.95), tiny.run)
    guard case .rate(let rate) = found.measured else {
      Issue.record("\(found.measured)")
      return
    }
    #expect(rate.least == 71 && rate.most == 73 && found.judgement == .unknown)
  }

  @Test("nothing measured is inconclusive, and says how many samples are needed")
  func nothing() throws {
    var tiny = TinyVerdict()
    tiny.sample("points", 1, 2, over: Link(entity: "points", from: "web", to: "mini"))
    for limit in [
      GateRule.Limit.syncRate(.entity("order"), atLeast: 0.95),
      .quantile(.p95, TinyVerdict.order, atMost: .seconds(1)),
    ] {
      let found = try judge(limit, tiny.run)
      #expect(found.judgement == .unknown)
      #expect(found.measured == .nothing(samplesNeeded: 72))
    }
  }

  // MARK: Quantiles

  @Test(
    "a quantile holds where its upper bound does, and is broken where its lower bound is",
    arguments: [
      (GateQuantile.p95, 72, Int64(6), Judgement.pass), (.p95, 71, 6, .unknown),
      (.p95, 72, 5, .fail), (.p99, 368, 6, .pass), (.p99, 367, 6, .unknown),
      (.p50, 6, 6, .pass), (.p50, 5, 6, .unknown), (.p90, 36, 6, .pass), (.p90, 35, 6, .unknown),
    ])
  func quantile(which: GateQuantile, count: Int, limit: Int64, answer: Judgement) throws {
    let run = TinyVerdict.run(count, at: 5)
    let found = try judge(
      .quantile(which, TinyVerdict.order, atMost: .milliseconds(limit)), run)
    #expect(found.judgement == answer)
    guard case .quantile(let figure, let samples) = found.measured else {
      Issue.record("\(found.measured)")
      return
    }
    #expect(samples == count)
    #expect((figure.upper != nil) == (count >= figure.samplesNeeded))
  }

  @Test("several probes of one write are one sample")
  func sameWrite() throws {
    var tiny = TinyVerdict()
    tiny.sample("order", 5, 6)
    tiny.cases[0].steps += [tiny.cases[0].steps[0], tiny.cases[0].steps[0]]
    let found = try judge(
      .quantile(.p50, TinyVerdict.order, atMost: .seconds(1)), tiny.run)
    guard case .quantile(_, 1) = found.measured else {
      Issue.record("\(found.measured)")
      return
    }
  }

  // MARK: Order and levels

  @Test("tells the worst rule first; one that only warns decides nothing")
  func levels() throws {
    var tiny = TinyVerdict()
    for _ in 0..<72 { tiny.sample("order", 5, 6) }
    let limit = { (most: Int64) in
      GateRule.Limit.quantile(.p95, TinyVerdict.order, atMost: .milliseconds(most))
    }
    let unmeasured = GateRule.Limit.syncRate(.entity("coupon"), atLeast: 0.5)
    let found = result(
      try gate((limit(9), .fail), (limit(1), .warn), (unmeasured, .fail), (limit(1), .fail)), tiny)
    #expect(found.rules.map(\.rule.id) == ["r3", "r2", "r1", "r0", "built-in"])
    #expect(found.judgement == .fail)
    #expect(result(try gate((limit(1), .warn), (unmeasured, .warn)), tiny).judgement == .pass)
    #expect(result(try gate((limit(9), .fail), (unmeasured, .fail)), tiny).judgement == .unknown)
  }

  // MARK: Quarantine

  @Test("a quarantined failure does not count, up to the last of its days")
  func quarantine() throws {
    var tiny = TinyVerdict()
    tiny.add("login")
    tiny.add("share", .failed)
    tiny.add("share", .errored)
    let found = result(try gate(quarantine: ["share"]), tiny)
    #expect(found.judgement == .pass && found.counted.judgement == .pass)
    #expect(found.counted.cases.map(\.status) == [.passed, .skipped, .skipped])
    #expect(found.quarantine.map(\.state) == [.covers(2)])
    #expect(found.cover(of: "share")?.issue == "SHOP-1" && found.cover(of: "login") == nil)
    let late = result(try gate(quarantine: ["share"], expires: "2026-11-20"), tiny)
    #expect(late.judgement == .fail && late.quarantine.map(\.state) == [.expired])
    #expect(late.cover(of: "share") == nil && late.counted == tiny.run.verdict)
  }

  @Test("a consistency violation is never covered")
  func violation() throws {
    var tiny = TinyVerdict()
    tiny.add("login")
    tiny.add("share", .failed)
    tiny.check("durability", .fail)
    #expect(result(try gate(quarantine: ["share"]), tiny).judgement == .fail)
  }

  @Test("where nothing ran but what is quarantined, nothing is proven")
  func nothingElse() throws {
    var tiny = TinyVerdict()
    tiny.add("share", .failed)
    #expect(result(try gate(quarantine: ["share"]), tiny).judgement == .unknown)
  }

  @Test("says which entries are not needed, and which name nothing that ran")
  func entries() throws {
    var tiny = TinyVerdict()
    tiny.add("share")
    tiny.add("login", .skipped)
    let found = result(try gate(quarantine: ["share", "login", "shares", "zzz"]), tiny)
    #expect(
      found.quarantine.map(\.state) == [
        .notNeeded, .didNotRun(nearest: nil), .didNotRun(nearest: "share"),
        .didNotRun(nearest: nil),
      ])
  }

  @Test("leaves the samples of what is quarantined out, good and bad")
  func samples() throws {
    var tiny = TinyVerdict()
    for _ in 0..<72 { tiny.sample("order", 5, 6) }
    for _ in 0..<20 { tiny.sample("share", 10_000, nil, .failed) }
    let limit = GateRule.Limit.syncRate(.entity("order"), atLeast: 0.95)
    #expect(result(try gate((limit, .fail)), tiny).judgement == .fail)
    let found = result(try gate((limit, .fail), quarantine: ["share"]), tiny)
    #expect(found.judgement == .pass)
    guard case .rate(let rate)? = found.rules.first?.measured else { return }
    #expect(rate.samples == 72)
  }
}
