struct EnglishMutantWords: MutantWords {
  var comma: String { ", " }

  var kept: String { "What was wrong is shown by:" }

  func head(version: String, scenarios: Int, kinds: Int, seed: UInt64) -> String {
    "linkage \(version): \(Self.count(scenarios, "scenario")) against "
      + "\(Self.count(kinds, "fault")) of the bundled mocks, each by itself; seed \(seed)"
  }

  func healthy(_ took: String) -> String { "Without a fault all is green, in \(took)." }

  func notHealthy(within: String) -> String {
    "Without any fault the suite is not green, so a fault proves nothing. "
      + "Waits end after \(within) here (--within):"
  }

  func outOfTime(_ limit: String) -> String { "given up after \(limit)" }

  func column(_ column: MutantColumn) -> String {
    switch column {
    case .outcome: "RESULT"
    case .name: "FAULT"
    case .fired: "FIRED"
    case .took: "TOOK"
    case .reason: "BY"
    }
  }

  func outcome(_ outcome: MutantResult.Outcome) -> String {
    switch outcome {
    case .falseAlarm: "false alarm"
    case .survived: "survived"
    case .neverFired: "never fired"
    case .failed: "could not run"
    case .undecided: "undecided"
    case .killedByAnother: "killed by another"
    case .passed: "passed"
    case .killed: "killed"
    }
  }

  func fired(_ count: Int, isWhole: Bool) -> String {
    isWhole && count == 0 ? "always" : String(count)
  }

  func dueTo(_ names: [String]) -> String {
    names.isEmpty ? "" : "; due to: \(names.joined(separator: " or "))"
  }

  func more(_ count: Int) -> String { " and \(count) more" }

  func count(_ count: Int, _ outcome: MutantResult.Outcome) -> String {
    switch outcome {
    case .killed: "\(count) killed by what is named for them"
    case .killedByAnother: "\(count) killed by another"
    case .survived: "\(count) survived"
    case .neverFired: "\(count) never fired"
    case .falseAlarm: count == 1 ? "1 false alarm" : "\(count) false alarms"
    case .passed: "\(count) passed"
    case .undecided: "\(count) undecided"
    case .failed: "\(count) could not be run"
    }
  }

  func family(_ family: MutantFamily, count: Int, _ counts: [String]) -> String {
    let what =
      family == .defect
      ? Self.count(count, "defect") : Self.count(count, "benign fault")
    return "\(what): \(counts.joined(separator: ", "))."
  }

  func missing(_ count: Int) -> String { "Interrupted: \(count) not tried." }

  func neverFired(isWhole: Bool) -> String {
    isWhole
      ? "What never fired counts as survived: no scenario does what would set it off."
      : "What never fired says nothing here: scenarios that would set it off may not be selected."
  }

  private static func count(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
