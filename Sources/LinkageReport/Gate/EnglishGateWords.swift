import LinkageCore

struct EnglishGateWords: GateWords {
  func title(_ gate: String) -> String { "Gate \(gate)" }

  func answer(_ judgement: Judgement, _ level: GateRule.Level) -> String {
    switch (judgement, level) {
    case (.pass, _): "holds"
    case (.fail, .fail): "broken"
    case (.fail, .warn): "warning"
    case (.unknown, .fail): "not decided"
    case (.unknown, .warn): "not decided, only warns"
    }
  }

  func figure(_ limit: GateRule.Limit) -> String {
    switch limit {
    case .nothingBroken(true, false): "violations"
    case .nothingBroken(false, true): "failed scenarios"
    case .nothingBroken: "violations, failed scenarios"
    case .syncRate(let choice, _): "sync rate \(choice.text)"
    case .quantile(let quantile, let link, _), .comparison(let quantile, let link, _, _):
      "\(quantile.rawValue) \(link.text)"
    }
  }

  func limit(_ limit: GateRule.Limit) -> String {
    switch limit {
    case .nothingBroken: "none allowed"
    case .syncRate(_, let share): "≥ \(PercentText.limit(share))"
    case .quantile(_, _, let most): "≤ \(LimitText.text(most))"
    case .comparison(_, _, let baseline, let share):
      "no worse than \(baseline), by \(PercentText.limit(share))"
    }
  }

  func measured(_ measured: GateRuleResult.Measured) -> String {
    switch measured {
    case .broken(let found): broken(found)
    case .rate(let rate):
      "\(PercentText.text(rate.lower, rate.upper)), \(seen(rate)) of \(rate.samples) in time"
    case .quantile(let figure, let samples):
      PopulationText.text(figure, samples: samples) { _ in "no upper bound" } + ", n \(samples)"
    case .comparison(let found): compared(found)
    case .nothing: "no sample"
    }
  }

  func missing(_ result: GateRuleResult) -> String? {
    guard result.judgement == .unknown else { return nil }
    switch result.measured {
    case .broken: return nil
    case .nothing: return "no scenario of this run measured it"
    case .rate(let rate): return more(rate.samples, rate.samplesNeeded)
    case .quantile(let figure, let samples): return more(samples, figure.samplesNeeded)
    case .comparison(let found): return missing(found, result.rule)
    }
  }

  func quarantine(_ result: QuarantineResult) -> String {
    switch result.state {
    case .covers(1): "failed; does not count"
    case .covers(let count): "\(count) cases failed; they do not count"
    case .notNeeded: "passed; the entry can be removed"
    case .didNotRun(let nearest?): "is not in this run; did you mean `\(nearest)`?"
    case .didNotRun(nil): "did not run"
    case .expired: "EXPIRED: what fails counts again"
    }
  }

  func entry(_ entry: Quarantine) -> String {
    "\(entry.issue), \(entry.owner), until \(entry.expires.text)"
  }

  func quarantined(_ entry: Quarantine) -> String { "quarantined (\(self.entry(entry)))" }

  func reason(_ result: GateResult) -> String {
    title(result.gate) + ": " + sentence(result)
  }

  // MARK: Parts

  private func sentence(_ result: GateResult) -> String {
    let wrong = result.decisive.map(\.id).joined(separator: ", ")
    switch result.judgement {
    case .pass: return passed(result)
    case .fail: return "broken: \(wrong)"
    case .unknown: return "not decided: \(wrong)"
    }
  }

  func need(_ need: GateNeed) -> String {
    let wanted = "`\(need.rule)` needs \(need.needed) samples of \(need.link.text)"
    guard let planned = need.planned else { return wanted }
    guard let samples = need.samples else { return wanted + ", which no scenario measures" }
    return need.isShort
      ? "\(wanted), and there are \(planned) at most: --samples \(samples)"
      : "\(wanted); there are \(planned) at most"
  }

  private func broken(_ found: GateRuleResult.Broken) -> String {
    if found.nothingRan { return "nothing ran that counts" }
    let parts = [
      found.violations.isEmpty ? nil : "violated: \(list(found.violations))",
      found.failed.isEmpty ? nil : "failed: \(list(found.failed))",
      found.undecided.isEmpty ? nil : "not decided: \(list(found.undecided))",
    ].compactMap { $0 }
    return parts.isEmpty ? "none" : parts.joined(separator: "; ")
  }

  private func seen(_ rate: GateRuleResult.Rate) -> String {
    rate.least == rate.most ? "\(rate.least)" : "\(rate.least) to \(rate.most)"
  }

  private func compared(_ found: GateComparison) -> String {
    let (old, new) = (found.baseline, found.new)
    guard let allowed = found.allowed else {
      return "runs: \(new.runs) new, \(old.runs) of the baseline"
    }
    let chance = found.chance.map { ", chance \(PercentText.limit($0))" } ?? ""
    return "\(median(new)) over \(new.runs) runs, \(median(old)) over \(old.runs)"
      + " (may differ by \(DurationText.text(allowed))\(chance))"
  }

  private func median(_ side: GateComparison.Side) -> String {
    side.median.map { DurationText.text($0) } ?? "never seen"
  }

  private func more(_ samples: Int, _ needed: Int) -> String {
    samples < needed
      ? "needs \(needed) samples, all in time: raise --samples"
      : "the limit lies inside the interval: more samples narrow it"
  }

  private func missing(_ found: GateComparison, _ rule: GateRule) -> String {
    guard case .comparison(_, _, let label, _) = rule.limit else { return "" }
    if found.isOwnBaseline { return "this run is one of the baseline itself" }
    let (old, new) = (found.baselineMissing, found.newMissing)
    let lacks = [
      old > 0 ? "\(runs(old)) with --label \(label)" : nil,
      new > 0 ? "\(runs(new)) with the label of this run" : nil,
    ].compactMap { $0 }
    if !lacks.isEmpty { return "missing: \(lacks.joined(separator: ", "))" }
    return found.allowed == nil
      ? "most runs of the baseline never saw it" : "chance may explain the difference: more runs"
  }

  private func runs(_ count: Int) -> String { count == 1 ? "1 run" : "\(count) runs" }

  private func passed(_ result: GateResult) -> String {
    let (warned, left) = (result.warnings, result.covered)
    let parts = [
      result.rules.count { $0.rule.level == .fail } == 1 ? "its rule holds" : "all rules hold",
      warned == 0 ? nil : warned == 1 ? "1 warning" : "\(warned) warnings",
      left == 0 ? nil : left == 1 ? "1 failure is quarantined" : "\(left) failures are quarantined",
    ].compactMap { $0 }
    return parts.joined(separator: "; ")
  }

  private func list(_ names: [String]) -> String {
    names.prefix(3).joined(separator: ", ")
      + (names.count > 3 ? " and \(names.count - 3) more" : "")
  }
}
