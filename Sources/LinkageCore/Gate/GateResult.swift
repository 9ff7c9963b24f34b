/// What a gate says of a run, beside its verdict, which stays as it is.
public struct GateResult: Sendable, Hashable {
  public var gate: String
  public var place: Place
  /// The day it was judged on, which decides what is still quarantined.
  public var day: CalendarDay
  /// The gravest of the rules that may fail it.
  public var judgement: Judgement
  /// The verdict without the failures that are quarantined.
  public var counted: Verdict
  /// Worst first.
  public var rules: [GateRuleResult]
  /// In the order of the file.
  public var quarantine: [QuarantineResult]

  public init(
    gate: String, place: Place, day: CalendarDay, judgement: Judgement, counted: Verdict,
    rules: [GateRuleResult], quarantine: [QuarantineResult]
  ) {
    self.gate = gate
    self.place = place
    self.day = day
    self.judgement = judgement
    self.counted = counted
    self.rules = rules
    self.quarantine = quarantine
  }

  /// How many rules that only warn do not hold.
  public var warnings: Int {
    rules.count { $0.rule.level == .warn && $0.judgement == .fail }
  }

  /// How many failures do not count.
  public var covered: Int {
    quarantine.reduce(0) { sum, item in
      if case .covers(let count) = item.state { sum + count } else { sum }
    }
  }

  /// The rules to which it owes its judgement.
  public var decisive: [GateRule] {
    rules.filter { $0.rule.level == .fail && $0.judgement == judgement }.map(\.rule)
  }

  /// What takes a case's failure out; `nil` where it counts.
  public func cover(of scenario: String) -> Quarantine? {
    quarantine.first { $0.entry.scenario == scenario && $0.state.isInForce }?.entry
  }
}

/// What became of one entry of a quarantine.
public struct QuarantineResult: Sendable, Hashable {
  public var entry: Quarantine
  public var state: State

  public init(entry: Quarantine, state: State) {
    self.entry = entry
    self.state = state
  }

  public enum State: Sendable, Hashable {
    /// So many of its cases failed or were not decided, and do not count.
    case covers(Int)
    /// It ran and passed: the entry may be removed.
    case notNeeded
    /// Nothing of that name ran. `nearest` is a scenario of the run with a like name.
    case didNotRun(nearest: String?)
    /// Its date has passed: what fails counts.
    case expired

    public var isInForce: Bool { self != .expired }
  }
}
