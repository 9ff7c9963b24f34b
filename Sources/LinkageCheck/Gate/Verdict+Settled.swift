import LinkageCore

extension Verdict {
  /// The same without what went wrong in some of its cases, as if these had been skipped; what checkers
  /// found stays.
  func settled(without left: Set<Int>) -> Verdict {
    guard !left.isEmpty else { return self }
    var copy = self
    for index in cases.indices
    where left.contains(index) && [.failed, .errored].contains(cases[index].status) {
      copy.cases[index].status = .skipped
      copy.cases[index].findings = []
    }
    copy.judgement = copy.found
    return copy
  }

  /// What cases and checkers say together; what was cut off proves nothing, even where all that ran had
  /// passed.
  var found: Judgement {
    let parts = [ofCases, ofChecks, wasInterrupted ? .unknown : .pass]
    return parts.reduce(.pass, Judgement.worst)
  }

  var ofCases: Judgement {
    guard cases.contains(where: { $0.status != .skipped }) else { return .unknown }
    return cases.map { result -> Judgement in
      switch result.status {
      case .passed, .skipped: .pass
      case .failed: .fail
      case .errored, .interrupted: .unknown
      }
    }.reduce(.pass, Judgement.worst)
  }

  var ofChecks: Judgement { checks.map(\.counted).reduce(.pass, Judgement.worst) }
}

extension CheckResult {
  /// What it counts for in the run's judgement.
  var counted: Judgement { isUnobserved ? .pass : judgement }
}
