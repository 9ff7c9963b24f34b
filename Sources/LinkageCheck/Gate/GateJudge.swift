public import LinkageCore
import Values

/// Judges a run by a gate: a pure function of verdicts, the gate and the day.
public struct GateJudge {
  private let gate: Gate
  private let day: CalendarDay
  private let baseline: [String: [GateRun]]
  private let new: [GateRun]
  private let label: String?

  /// - Parameters:
  ///   - day: decides what is still quarantined.
  ///   - baseline: earlier runs that rules compare with, by their label.
  ///   - new: runs of the same label as the one that is judged, without it.
  ///   - label: of the run that is judged; `nil` without one.
  public init(
    _ gate: Gate, on day: CalendarDay, baseline: [String: [GateRun]] = [:], new: [GateRun] = [],
    label: String? = nil
  ) {
    self.gate = gate
    self.day = day
    self.baseline = baseline
    self.new = new
    self.label = label
  }

  public func result(of run: GateRun) -> GateResult {
    let counted = run.verdict.settled(without: leftOut(of: run))
    let figures = figures(run)
    let rules = allRules.map { result(of: $0, in: run, counted, figures) }
    return GateResult(
      gate: gate.name, place: gate.place, day: day,
      judgement: rules.filter { $0.rule.level == .fail }.map(\.judgement)
        .reduce(.pass, Judgement.worst),
      counted: counted, rules: Self.worstFirst(rules),
      quarantine: gate.quarantine.map { QuarantineResult(entry: $0, state: state(of: $0, in: run)) }
    )
  }

  /// The built-in rule is told only where the gate's own do not say the same.
  private var allRules: [GateRule] {
    let isStated = gate.rules.contains {
      $0.limit == GateRule.builtIn.limit && $0.level == .fail
    }
    return isStated ? gate.rules : gate.rules + [.builtIn]
  }

  private static func worstFirst(_ rules: [GateRuleResult]) -> [GateRuleResult] {
    func rank(_ result: GateRuleResult) -> Int {
      let grade = result.judgement == .fail ? 0 : result.judgement == .unknown ? 1 : 4
      return result.rule.level == .warn && grade < 4 ? grade + 2 : grade
    }
    return rules.enumerated().sorted { a, b in
      (rank(a.element), a.offset) < (rank(b.element), b.offset)
    }.map(\.element)
  }

  // MARK: Quarantine

  private var quarantined: Set<String> {
    Set(gate.quarantine.filter { day <= $0.expires }.map(\.scenario))
  }

  private func leftOut(of run: GateRun) -> Set<Int> {
    let quarantined = quarantined
    return Set(run.cases.indices.filter { quarantined.contains(run.cases[$0].scenario) })
  }

  private func state(of entry: Quarantine, in run: GateRun) -> QuarantineResult.State {
    guard day <= entry.expires else { return .expired }
    let ran = zip(run.cases, run.verdict.cases).filter {
      $0.0.scenario == entry.scenario && $0.1.status != .skipped
    }
    guard !ran.isEmpty else {
      let names = Set(run.cases.map(\.scenario))
      let isKnown = names.contains(entry.scenario)
      return .didNotRun(
        nearest: isKnown ? nil : Nearest.name(to: entry.scenario, among: names.sorted()))
    }
    let failed = ran.count { [.failed, .errored].contains($0.1.status) }
    return failed > 0 ? .covers(failed) : .notNeeded
  }

  // MARK: Rules

  private func result(
    of rule: GateRule, in run: GateRun, _ counted: Verdict, _ figures: GateFigures
  ) -> GateRuleResult {
    let (judgement, measured) =
      switch rule.limit {
      case .nothingBroken(let violations, let failed):
        BrokenRule(run: run, counted: counted, violations: violations, failed: failed).answer
      case .syncRate(let choice, let share): figures.rate(of: choice, atLeast: share)
      case .quantile(let quantile, let link, let limit):
        figures.quantile(quantile, of: link, atMost: limit)
      case .comparison(let quantile, let link, let name, let share):
        ComparisonRule(quantile: quantile, link: link, by: share, isOwn: name == label).answer(
          baseline: (baseline[name] ?? []).map(self.figures),
          new: new.map(self.figures) + [figures])
      }
    return GateRuleResult(rule: rule, judgement: judgement, measured: measured)
  }

  private func figures(_ run: GateRun) -> GateFigures {
    GateFigures(run, without: leftOut(of: run))
  }
}
