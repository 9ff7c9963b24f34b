import LinkageCore
import Values

/// The gate in `results.json`.
enum GateResults {
  static func gate(_ result: GateResult) -> Value {
    .object([
      ("name", .string(result.gate)),
      ("place", .place(result.place)),
      ("day", .string(result.day.text)),
      ("judgement", .string(result.judgement.rawValue)),
      ("rules", .list(result.rules.map(rule))),
      ("quarantine", .list(result.quarantine.map(quarantine))),
    ])
  }

  private static func rule(_ result: GateRuleResult) -> Value {
    .object([
      ("id", .string(result.rule.id)),
      ("place", result.rule.place.map(Value.place)),
      ("level", .string(result.rule.level.rawValue)),
      ("judgement", .string(result.judgement.rawValue)),
      ("limit", limit(result.rule.limit)),
      ("measured", measured(result.measured)),
    ])
  }

  private static func limit(_ limit: GateRule.Limit) -> Value {
    switch limit {
    case .nothingBroken(let violations, let failed):
      .object([
        ("violations", violations ? .count(0) : nil), ("failed", failed ? .count(0) : nil),
      ])
    case .syncRate(let choice, let share):
      .object([("syncRate", .string(choice.text)), ("atLeast", .double(share))])
    case .quantile(let quantile, let link, let most):
      .object([(quantile.rawValue, .string(link.text)), ("atMostMs", .milliseconds(most))])
    case .comparison(let quantile, let link, let baseline, let share):
      .object([
        (quantile.rawValue, .string(link.text)), ("noWorseThan", .string(baseline)),
        ("by", .double(share)),
      ])
    }
  }

  private static func measured(_ measured: GateRuleResult.Measured) -> Value {
    switch measured {
    case .broken(let found):
      .object([
        ("violations", names(found.violations)), ("failed", names(found.failed)),
        ("undecided", names(found.undecided)),
      ])
    case .rate(let rate):
      .object([
        ("samples", .count(rate.samples)), ("samplesNeeded", .count(rate.samplesNeeded)),
        ("least", .count(rate.least)), ("most", .count(rate.most)),
        ("lower", .double(rate.lower)), ("upper", .double(rate.upper)),
      ])
    case .quantile(let figure, let samples):
      .object([
        ("samples", .count(samples)), ("samplesNeeded", .count(figure.samplesNeeded)),
        ("lowerMs", figure.lower.map(Value.milliseconds)),
        ("upperMs", figure.upper.map(Value.milliseconds)),
      ])
    case .comparison(let found): comparison(found)
    case .nothing(let needed):
      .object([("samples", .count(0)), ("samplesNeeded", .count(needed))])
    }
  }

  private static func comparison(_ found: GateComparison) -> Value {
    .object([
      ("baseline", side(found.baseline)), ("new", side(found.new)),
      ("allowedMs", found.allowed.map(Value.milliseconds)),
      ("chance", found.chance.map(Value.double)),
    ])
  }

  private static func side(_ side: GateComparison.Side) -> Value {
    .object([("runs", .count(side.runs)), ("medianMs", side.median.map(Value.milliseconds))])
  }

  private static func quarantine(_ result: QuarantineResult) -> Value {
    let (state, count): (Value, Int) =
      switch result.state {
      case .covers(let count): ("covers", count)
      case .notNeeded: ("notNeeded", 0)
      case .didNotRun: ("didNotRun", 0)
      case .expired: ("expired", 0)
      }
    return .object([
      ("scenario", .string(result.entry.scenario)), ("issue", .string(result.entry.issue)),
      ("owner", .string(result.entry.owner)), ("expires", .string(result.entry.expires.text)),
      ("state", state), ("cases", .count(count)),
    ])
  }

  private static func names(_ names: [String]) -> Value { .list(names.map(Value.string)) }
}
