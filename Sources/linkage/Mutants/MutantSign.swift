import LinkageCore

/// Something in a verdict by which a fault was noticed.
enum MutantSign: Hashable, Sendable {
  /// A checker of the whole history that failed.
  case checker(String)
  /// A scenario that failed, and how.
  case scenario(id: String, FailureType)

  /// Whether it is what one name of `FaultKind.caughtBy` means.
  func isMeant(by name: String) -> Bool {
    switch self {
    case .checker(let checker): checker == name
    case .scenario(let id, let type):
      name == "scenario:\(id)"
        || name == "parity" && [.fieldMismatch, .expectationNotMet].contains(type)
    }
  }

  /// `durability`, `points-parity: NotSynced`.
  var text: String {
    switch self {
    case .checker(let name): name
    case .scenario(let id, let type): "\(id): \(type.rawValue)"
    }
  }
}

/// What a verdict says against a run.
struct MutantSigns: Sendable {
  /// Checkers first, each sign once.
  var failures: [MutantSign] = []
  /// What could not be decided.
  var undecided: [MutantSign] = []

  init(of verdict: Verdict, _ outline: Outline) {
    failures = verdict.checks.filter { $0.judgement == .fail }.map { .checker($0.checker) }
    for (result, outline) in zip(verdict.cases, outline.cases) {
      for finding in result.findings {
        let sign = MutantSign.scenario(id: outline.id, finding.type)
        if finding.type.isError {
          Self.add(sign, to: &undecided)
        } else {
          Self.add(sign, to: &failures)
        }
      }
    }
  }

  private static func add(_ sign: MutantSign, to signs: inout [MutantSign]) {
    if !signs.contains(sign) { signs.append(sign) }
  }
}
