import LinkageCore

/// A gate's rules, worst first, and what is quarantined.
struct GateSection {
  let result: GateResult
  let language: Language
  let style: Style

  var lines: [String] {
    let place = "  (\(VisibleText.line(result.place.path)))"
    return [style.paint(words.title(result.gate), .strong) + style.paint(place, .quiet)]
      + rules + quarantine
  }

  /// `PASS  all rules hold; 1 failure is quarantined`
  var closing: String {
    let verdict = language.consoleWords.verdict(result.judgement)
    return style.paint(verdict, result.judgement.role)
      + "  " + VisibleText.line(words.reason(result))
  }

  private var words: any GateWords { language.gateWords }

  private var rules: [String] {
    let table = TextTable(
      alignments: Array(repeating: .left, count: 4), rows: result.rules.map(cells))
    return zip(result.rules, table.lines).flatMap { result, line in
      ["  " + style.paint("\(result.sign) \(line)", result.role)]
        + [words.missing(result)].compactMap { $0 }
        .map { "      " + style.paint(VisibleText.line($0), .quiet) }
    }
  }

  private func cells(_ result: GateRuleResult) -> [String] {
    [
      result.rule.id, words.figure(result.rule.limit), words.limit(result.rule.limit),
      words.measured(result.measured),
    ].map(VisibleText.line)
  }

  private var quarantine: [String] {
    let rows = result.quarantine.map { item in
      [item.entry.scenario, words.entry(item.entry), words.quarantine(item)].map(VisibleText.line)
    }
    let table = TextTable(alignments: Array(repeating: .left, count: 3), rows: rows)
    return zip(result.quarantine, table.lines).map { item, line in
      "  " + style.paint("~ \(line)", item.state == .expired ? .failure : .quiet)
    }
  }
}

extension GateRuleResult {
  var sign: String {
    switch (judgement, rule.level) {
    case (.pass, _): "✔"
    case (.fail, .fail): "✘"
    case (.fail, .warn): "!"
    case (.unknown, _): "?"
    }
  }

  fileprivate var role: Style.Role {
    judgement == .fail && rule.level == .warn ? .undecided : judgement.role
  }
}

extension LinkChoice {
  /// `order`, `order mini→web`
  var text: String {
    switch self {
    case .link(let link): link.text
    case .entity(let name): name
    }
  }
}
