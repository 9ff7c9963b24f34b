import LinkageCore

/// Why the verdict is what it is, gravest first; read off the verdict, never judged again.
enum VerdictReason: Equatable {
  case failed([String], checks: [String])
  case undecided([String])
  case interrupted(unfinished: Int)
  case checksUnknown([String])
  case nothingRan(skipped: Int)
  /// `late` counts the links of which some change took longer than the contract promises, and of
  /// which nothing proves that nearly all keep to it.
  case passed(Int, skipped: Int, late: Int)
  /// The verdict holds no ground that a sentence exists for.
  case unexplained

  init(_ run: JudgedRun) {
    let verdict = run.verdict
    let names = { (wanted: CaseVerdict.Status) in
      zip(run.history.outline.cases, verdict.cases).filter { $0.1.status == wanted }.map(\.0.name)
    }
    let checks = { (wanted: Judgement) in
      verdict.checks.filter { $0.judgement == wanted && !$0.isUnobserved }.map(\.checker)
    }
    let counts = CaseCounts(verdict.cases)
    switch verdict.judgement {
    case .fail:
      let (failed, violated) = (names(.failed), checks(.fail))
      self = failed.isEmpty && violated.isEmpty ? .unexplained : .failed(failed, checks: violated)
    case .pass:
      let late = verdict.links.count { $0.late > 0 && $0.estimates?.sloAnswer != .pass }
      self = .passed(counts[.passed], skipped: counts[.skipped], late: late)
    case .unknown:
      self = Self.open(verdict, counts, errored: names(.errored), checks: checks(.unknown))
    }
  }

  private static func open(
    _ verdict: Verdict, _ counts: CaseCounts, errored: [String], checks: [String]
  ) -> VerdictReason {
    if !errored.isEmpty { return .undecided(errored) }
    if verdict.wasInterrupted || counts[.interrupted] > 0 {
      return .interrupted(unfinished: counts[.interrupted])
    }
    if counts[.passed] == 0 { return .nothingRan(skipped: counts[.skipped]) }
    return checks.isEmpty ? .unexplained : .checksUnknown(checks)
  }
}
