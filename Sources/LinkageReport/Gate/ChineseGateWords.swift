import LinkageCore

struct ChineseGateWords: GateWords {
  func title(_ gate: String) -> String { "门禁 \(gate)" }

  func answer(_ judgement: Judgement, _ level: GateRule.Level) -> String {
    switch (judgement, level) {
    case (.pass, _): "符合"
    case (.fail, .fail): "不符合"
    case (.fail, .warn): "警告"
    case (.unknown, .fail): "未判定"
    case (.unknown, .warn): "未判定，仅警告"
    }
  }

  func figure(_ limit: GateRule.Limit) -> String {
    switch limit {
    case .nothingBroken(true, false): "违反一致性"
    case .nothingBroken(false, true): "失败的场景"
    case .nothingBroken: "违反一致性、失败的场景"
    case .syncRate(let choice, _): "同步率 \(choice.text)"
    case .quantile(let quantile, let link, _), .comparison(let quantile, let link, _, _):
      "\(quantile.rawValue) \(link.text)"
    }
  }

  func limit(_ limit: GateRule.Limit) -> String {
    switch limit {
    case .nothingBroken: "不允许"
    case .syncRate(_, let share): "≥ \(PercentText.limit(share))"
    case .quantile(_, _, let most): "≤ \(LimitText.text(most))"
    case .comparison(_, _, let baseline, let share):
      "不劣于 \(baseline)，容差 \(PercentText.limit(share))"
    }
  }

  func measured(_ measured: GateRuleResult.Measured) -> String {
    switch measured {
    case .broken(let found): broken(found)
    case .rate(let rate):
      "\(PercentText.text(rate.lower, rate.upper))，\(rate.samples) 次中 \(seen(rate)) 次按时到达"
    case .quantile(let figure, let samples):
      PopulationText.text(figure, samples: samples) { _ in "尚无上界" } + "，n \(samples)"
    case .comparison(let found): compared(found)
    case .nothing: "没有样本"
    }
  }

  func missing(_ result: GateRuleResult) -> String? {
    guard result.judgement == .unknown else { return nil }
    switch result.measured {
    case .broken: return nil
    case .nothing: return "本次运行没有场景测量它"
    case .rate(let rate): return more(rate.samples, rate.samplesNeeded)
    case .quantile(let figure, let samples): return more(samples, figure.samplesNeeded)
    case .comparison(let found): return missing(found, result.rule)
    }
  }

  func quarantine(_ result: QuarantineResult) -> String {
    switch result.state {
    case .covers(1): "失败，不计入"
    case .covers(let count): "\(count) 个用例失败，不计入"
    case .notNeeded: "已通过，可移除该条目"
    case .didNotRun(let nearest?): "不在本次运行中，是否想写 `\(nearest)`？"
    case .didNotRun(nil): "未执行"
    case .expired: "已过期：失败重新计入"
    }
  }

  func entry(_ entry: Quarantine) -> String {
    "\(entry.issue)，\(entry.owner)，至 \(entry.expires.text)"
  }

  func quarantined(_ entry: Quarantine) -> String { "已隔离（\(self.entry(entry))）" }

  func reason(_ result: GateResult) -> String {
    title(result.gate) + "：" + sentence(result)
  }

  // MARK: Parts

  private func sentence(_ result: GateResult) -> String {
    let wrong = result.decisive.map(\.id).joined(separator: "、")
    switch result.judgement {
    case .pass: return passed(result)
    case .fail: return "不符合：\(wrong)"
    case .unknown: return "未判定：\(wrong)"
    }
  }

  func need(_ need: GateNeed) -> String {
    let wanted = "`\(need.rule)` 需要 \(need.needed) 个 \(need.link.text) 的样本"
    guard let planned = need.planned else { return wanted }
    guard let samples = need.samples else { return wanted + "，但没有场景测量它" }
    return need.isShort
      ? "\(wanted)，而这里最多 \(planned) 个：--samples \(samples)" : "\(wanted)，这里最多 \(planned) 个"
  }

  private func broken(_ found: GateRuleResult.Broken) -> String {
    if found.nothingRan { return "没有执行任何计入的场景" }
    let parts = [
      found.violations.isEmpty ? nil : "违反：\(list(found.violations))",
      found.failed.isEmpty ? nil : "失败：\(list(found.failed))",
      found.undecided.isEmpty ? nil : "未判定：\(list(found.undecided))",
    ].compactMap { $0 }
    return parts.isEmpty ? "无" : parts.joined(separator: "；")
  }

  private func seen(_ rate: GateRuleResult.Rate) -> String {
    rate.least == rate.most ? "\(rate.least)" : "\(rate.least) 至 \(rate.most)"
  }

  private func compared(_ found: GateComparison) -> String {
    let (old, new) = (found.baseline, found.new)
    guard let allowed = found.allowed else { return "新运行 \(new.runs) 次，基线 \(old.runs) 次" }
    let chance = found.chance.map { "，偶然概率 \(PercentText.limit($0))" } ?? ""
    return "新运行 \(new.runs) 次：\(median(new))，基线 \(old.runs) 次：\(median(old))"
      + "（容许相差 \(DurationText.text(allowed))\(chance)）"
  }

  private func median(_ side: GateComparison.Side) -> String {
    side.median.map { DurationText.text($0) } ?? "从未到达"
  }

  private func more(_ samples: Int, _ needed: Int) -> String {
    samples < needed
      ? "需要 \(needed) 个样本且全部按时到达：请调大 --samples" : "限值落在区间之内：增加样本可缩小区间"
  }

  private func missing(_ found: GateComparison, _ rule: GateRule) -> String {
    guard case .comparison(_, _, let label, _) = rule.limit else { return "" }
    if found.isOwnBaseline { return "本次运行自身属于基线" }
    let (old, new) = (found.baselineMissing, found.newMissing)
    let lacks = [
      old > 0 ? "\(old) 次带 --label \(label) 的运行" : nil,
      new > 0 ? "\(new) 次与本次运行标签相同的运行" : nil,
    ].compactMap { $0 }
    if !lacks.isEmpty { return "还缺：\(lacks.joined(separator: "，"))" }
    return found.allowed == nil ? "基线的多数运行从未见到它" : "差异可能出于偶然：需要更多运行"
  }

  private func passed(_ result: GateResult) -> String {
    let (warned, left) = (result.warnings, result.covered)
    let parts = [
      "规则全部符合", warned == 0 ? nil : "\(warned) 条警告", left == 0 ? nil : "\(left) 个失败已隔离",
    ].compactMap { $0 }
    return parts.joined(separator: "；")
  }

  private func list(_ names: [String]) -> String {
    names.prefix(3).joined(separator: "、") + (names.count > 3 ? " 等 \(names.count) 个" : "")
  }
}
