import LinkageCore

/// A gate's rules as test cases: what only warns passes, with its warning in the log.
struct JUnitGate {
  let result: GateResult
  let language: Language

  var cases: [JUnitCase] {
    result.rules.sorted { $0.rule.id < $1.rule.id }.map { rule in
      JUnitCase(
        classname: "linkage.gate.\(result.gate)", name: rule.rule.id, time: .zero,
        properties: [
          .init(name: "figure", value: words.figure(rule.rule.limit)),
          .init(name: "measured", value: words.measured(rule.measured)),
          .init(name: "limit", value: words.limit(rule.rule.limit)),
          .init(name: "level", value: rule.rule.level.rawValue),
          .init(name: "answer", value: rule.judgement.rawValue),
        ],
        result: outcome(rule), log: line(rule))
    }
  }

  private var words: any GateWords { language.gateWords }

  private func outcome(_ rule: GateRuleResult) -> JUnitCase.Result {
    let text = line(rule)
    switch (rule.judgement, rule.rule.level) {
    case (.pass, _), (_, .warn): return .passed
    case (.fail, .fail): return .failure(type: "GateFailed", message: text, text: text)
    case (.unknown, .fail): return .error(type: "GateInconclusive", message: text, text: text)
    }
  }

  private func line(_ rule: GateRuleResult) -> String {
    let answer = words.answer(rule.judgement, rule.rule.level)
    let limit = "\(words.figure(rule.rule.limit)) \(words.limit(rule.rule.limit))"
    let parts = [answer, limit, words.measured(rule.measured), words.missing(rule)]
    return parts.compactMap { $0 }.joined(separator: language == .chinese ? "；" : "; ")
  }
}
