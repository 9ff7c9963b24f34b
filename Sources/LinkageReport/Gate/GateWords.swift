import LinkageCore

/// The words for what a gate says, in one language.
protocol GateWords: Sendable {
  func title(_ gate: String) -> String
  /// `failed`, `inconclusive`; of a rule that only warns, so.
  func answer(_ judgement: Judgement, _ level: GateRule.Level) -> String
  /// What a rule is about: `p95 order mini→web`.
  func figure(_ limit: GateRule.Limit) -> String
  /// What it is held to.
  func limit(_ limit: GateRule.Limit) -> String
  func measured(_ measured: GateRuleResult.Measured) -> String
  /// Why nothing can be said yet, and what to do; `nil` where something is.
  func missing(_ result: GateRuleResult) -> String?
  func quarantine(_ result: QuarantineResult) -> String
  /// `SHOP-412, growth, until 2027-01-31`
  func entry(_ entry: Quarantine) -> String
  /// In the place of a failure that does not count.
  func quarantined(_ entry: Quarantine) -> String
  /// The sentence behind the gate's answer, with its name.
  func reason(_ result: GateResult) -> String
  /// What a plan lacks for a rule, before it runs.
  func need(_ need: GateNeed) -> String
}

extension Language {
  var gateWords: any GateWords { self == .chinese ? ChineseGateWords() : EnglishGateWords() }
}
