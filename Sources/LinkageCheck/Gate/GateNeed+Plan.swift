public import LinkageCore
import LinkageStatistics

extension GateNeed {
  /// One for each rule that is about samples of one run.
  ///
  /// - Parameters:
  ///   - cases: of the plan.
  ///   - samples: how often each scenario is among them.
  public static func all(
    of gate: Gate, in cases: [Outline.Case], samples: Int = 1
  ) -> [GateNeed] {
    gate.rules.compactMap { rule in
      guard let (link, share) = figure(rule.limit) else { return nil }
      let needed = QuantileRanks.samplesNeeded(for: share, confidence: LinkEstimates.confidence)
      let planned = cases.reduce(0) { $0 + probes(of: link, in: $1) }
      let each = max(planned / max(samples, 1), planned > 0 ? 1 : 0)
      return GateNeed(
        rule: rule.id, link: link, needed: needed, planned: cases.isEmpty ? nil : planned,
        samples: each > 0 ? (needed + each - 1) / each : nil)
    }
  }

  private static func figure(_ limit: GateRule.Limit) -> (LinkChoice, Double)? {
    switch limit {
    case .syncRate(let choice, let share): (choice, share)
    case .quantile(let quantile, let link, _): (.link(link), quantile.share)
    case .nothingBroken, .comparison: nil
    }
  }

  /// Several probes of one write are one sample.
  private static func probes(of choice: LinkChoice, in item: Outline.Case) -> Int {
    Set(
      item.steps.compactMap { step in
        step.sync.flatMap { choice.contains($0.link) ? $0.writes : nil }
      }
    ).count
  }
}
