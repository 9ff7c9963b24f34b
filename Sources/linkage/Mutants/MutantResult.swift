import LinkageCore
import MockKit

/// What came of a suite against one fault.
struct MutantResult: Sendable {
  var kind: FaultKind
  var outcome: Outcome
  /// What noticed it: what is meant to comes first.
  var signs: [MutantSign] = []
  var evaluated = 0
  var fired = 0
  var took = Nanoseconds.zero
  /// Why the suite could not be run against it.
  var problem: String?
  /// The id of its run, where that was kept.
  var run: String?

  /// Worst first.
  enum Outcome: String, CaseIterable, Sendable {
    /// A fault that a correct link stands has turned something red.
    case falseAlarm
    /// A defect that nothing noticed.
    case survived
    /// It never did anything, so nothing is known.
    case neverFired
    /// The suite could not be run to its end.
    case failed
    /// Nothing failed, and something could not be decided.
    case undecided
    /// A defect was noticed, but not by the checker that is named for it.
    case killedByAnother
    /// A fault that a correct link stands has left everything green.
    case passed
    /// A defect was noticed by the checker that is named for it.
    case killed

    /// Whether one must look at the run to know what to do.
    var isWrong: Bool { [.falseAlarm, .survived, .undecided].contains(self) }
  }
}

extension MutantResult {
  /// - Parameter hasFired: whether the fault did anything.
  init(_ kind: FaultKind, _ signs: MutantSigns, hasFired: Bool) {
    let meant = Self.meant(kind, signs)
    let others = signs.failures.filter { !meant.contains($0) }
    self.kind = kind
    self.signs = meant + others
    outcome = Self.outcome(kind, signs, isNamed: !meant.isEmpty, hasFired: hasFired)
    if outcome == .undecided { self.signs = signs.undecided }
  }

  /// What is red without the fault having done anything is no catch.
  private static func outcome(
    _ kind: FaultKind, _ signs: MutantSigns, isNamed: Bool, hasFired: Bool
  ) -> Outcome {
    if !signs.failures.isEmpty {
      if kind.mutantFamily == .benign || !hasFired { return .falseAlarm }
      return isNamed ? .killed : .killedByAnother
    }
    if !hasFired { return .neverFired }
    if !signs.undecided.isEmpty { return .undecided }
    return kind.mutantFamily == .benign ? .passed : .survived
  }

  /// Whether the verdict so far settles it: the checker that is named for a defect has failed.
  static func isSettled(_ kind: FaultKind, by signs: MutantSigns) -> Bool {
    !meant(kind, signs).isEmpty
  }

  /// What is meant to notice the fault, and did.
  private static func meant(_ kind: FaultKind, _ signs: MutantSigns) -> [MutantSign] {
    signs.failures.filter { sign in kind.caughtBy.contains(where: sign.isMeant) }
  }
}
