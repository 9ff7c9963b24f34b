import LinkageCore

/// A run under a gate with a rule of each kind and each answer.
extension SampleRuns {
  static var gated: JudgedRun {
    var run = failed
    run.gate = gate(of: run)
    return run
  }

  /// The same where everything holds, but for a failure that is quarantined.
  static var quarantined: JudgedRun {
    var run = failed
    let entry = self.entry("earn-in-mini", "2027-01-31")
    run.gate = GateResult(
      gate: "release", place: place(1), day: day, judgement: .pass, counted: run.verdict,
      rules: [
        rule(
          "order-latency", .quantile(.p95, order, atMost: .seconds(2)), .pass,
          quantile(1.2, 1.9, 80))
      ], quarantine: [QuarantineResult(entry: entry, state: .covers(1))])
    return run
  }

  private static let day = CalendarDay(milliseconds: 1_795_230_944_120)

  private static func place(_ line: Int) -> Place {
    Place(path: "gates/release.yaml", line: line, column: 7, length: 7)
  }

  private static func entry(_ scenario: String, _ expires: String) -> Quarantine {
    Quarantine(
      scenario: scenario, issue: "SHOP-412", owner: "growth", expires: CalendarDay(expires) ?? day,
      place: place(9))
  }

  private static func rule(
    _ id: String, _ limit: GateRule.Limit, _ answer: Judgement,
    _ measured: GateRuleResult.Measured, level: GateRule.Level = .fail
  ) -> GateRuleResult {
    GateRuleResult(
      rule: GateRule(id: id, place: place(3), limit: limit, level: level), judgement: answer,
      measured: measured)
  }

  private static func quantile(
    _ lower: Double?, _ upper: Double?, _ samples: Int
  ) -> GateRuleResult.Measured {
    .quantile(
      PopulationQuantile(
        lower: lower.map { RunBuilder.ms($0 * 1_000) },
        upper: upper.map { RunBuilder.ms($0 * 1_000) }, coverage: 0.96, samplesNeeded: 72),
      samples: samples)
  }

  private static func rate(
    _ least: Int, _ most: Int, of samples: Int, _ lower: Double, _ upper: Double
  ) -> GateRuleResult.Measured {
    .rate(
      .init(
        samples: samples, least: least, most: most, lower: lower, upper: upper, samplesNeeded: 72))
  }

  private static func comparison(
    _ old: (runs: Int, median: Double?), _ new: (runs: Int, median: Double?), allowed: Double?,
    chance: Double?, isOwn: Bool = false
  ) -> GateRuleResult.Measured {
    .comparison(
      GateComparison(
        baseline: .init(runs: old.runs, median: old.median.map(RunBuilder.ms)),
        new: .init(runs: new.runs, median: new.median.map(RunBuilder.ms)),
        allowed: allowed.map(RunBuilder.ms), chance: chance, isOwnBaseline: isOwn))
  }

  private static func gate(of run: JudgedRun) -> GateResult {
    let slower = GateRule.Limit.comparison(.p95, order, baseline: "baseline", by: 0.1)
    let fast = GateRule.Limit.quantile(.p95, order, atMost: .seconds(2))
    let share = GateRule.Limit.syncRate(.entity("order"), atLeast: 0.95)
    let broken = GateRuleResult.Broken(
      violations: ["durability"], failed: ["earn-in-mini", "login", "orders", "points"],
      undecided: ["session"], nothingRan: false)
    let rules = [
      rule("order-latency", fast, .fail, quantile(2.14, 2.4, 80)),
      rule("order-rate", share, .fail, rate(70, 72, of: 100, 0.5999, 0.8101)),
      rule(
        "no-slower", slower, .fail, comparison((8, 100), (4, 145.2), allowed: 10, chance: 0.0021)),
      rule("built-in", GateRule.builtIn.limit, .fail, .broken(broken)),
      rule("few", fast, .unknown, quantile(0.2, nil, 13)),
      rule("inside", fast, .unknown, quantile(1.2, 2.4, 80)),
      rule("few-rate", share, .unknown, rate(27, 27, of: 27, 0.8723, 1)),
      rule(
        "unmeasured", .syncRate(.link(points), atLeast: 0.999), .unknown,
        .nothing(samplesNeeded: 3_688)),
      rule("few-runs", slower, .unknown, comparison((7, 100), (1, 99), allowed: nil, chance: nil)),
      rule(
        "own", slower, .unknown,
        comparison((8, 100), (4, 99), allowed: nil, chance: nil, isOwn: true)),
      rule("chance", slower, .unknown, comparison((8, 100), (4, nil), allowed: 10, chance: 0.0412)),
      rule(
        "base-never", slower, .unknown, comparison((8, nil), (4, 99), allowed: nil, chance: nil)),
      rule("slow-warning", fast, .fail, quantile(2.14, 2.4, 80), level: .warn),
      rule("open-warning", fast, .unknown, quantile(nil, nil, 3), level: .warn),
      rule(
        "clean", .nothingBroken(violations: true, failed: false), .pass,
        .broken(.init(violations: [], failed: [], undecided: [], nothingRan: false))),
      rule(
        "median", .quantile(.p50, points, atMost: .milliseconds(1500)), .pass, quantile(0.1, 0.2, 8)
      ),
    ]
    let states: [(String, String, QuarantineResult.State)] = [
      ("share-rewards", "2027-01-31", .covers(1)), ("orders", "2027-01-31", .covers(3)),
      ("coupons", "2026-12-31", .notNeeded), ("news", "2026-12-31", .didNotRun(nearest: nil)),
      ("earn-in-mni", "2026-12-31", .didNotRun(nearest: "earn-in-mini")),
      ("login", "2026-11-20", .expired),
    ]
    return GateResult(
      gate: "release", place: place(1), day: day, judgement: .fail, counted: run.verdict,
      rules: rules,
      quarantine: states.map { QuarantineResult(entry: entry($0, $1), state: $2) })
  }
}
