import LinkageCore

/// Every exit code there is. When several apply, the one named first in `precedence` is given.
enum ExitCode: Int32, Sendable {
  /// Everything passed.
  case passed = 0
  /// A scenario failed, too slow included, or a consistency violation was proved.
  case failed = 1
  /// Wrong usage, or an invalid scenario, contract, target or gate file; nothing ran.
  case invalid = 2
  /// The scenarios passed and the gate did not.
  case gateFailed = 3
  /// Could not test: the target is unreachable or refuses the target file's own accounts.
  case couldNotTest = 4
  /// Nothing selected, an outcome nobody knows, an answer no rule covers, an unknown verdict, a rule
  /// of the gate that nothing decides.
  case inconclusive = 5
  /// A report could not be written.
  case reportNotWritten = 6
  /// A bug in linkage.
  case internalError = 70
  /// Interrupted by Ctrl-C; what had finished is stored and reported.
  case interrupted = 130
  /// Ended by SIGTERM; what had finished is stored and reported.
  case terminated = 143

  static let precedence: [ExitCode] = [
    .invalid, .interrupted, .terminated, .internalError, .failed, .gateFailed, .couldNotTest,
    .inconclusive, .reportNotWritten, .passed,
  ]

  /// The one that counts of several.
  static func first(of codes: [ExitCode]) -> ExitCode {
    precedence.first { codes.contains($0) } ?? .passed
  }

  /// What a verdict alone asks for.
  ///
  /// - Parameter signal: what the signal that interrupted it asks for, where it is known.
  static func of(_ verdict: Verdict, signal: ExitCode? = nil) -> ExitCode {
    var codes: [ExitCode] = []
    if verdict.wasInterrupted { codes.append(signal ?? .interrupted) }
    for result in verdict.cases {
      if result.status == .failed { codes.append(.failed) }
      if result.status == .errored {
        let isUnreachable = result.findings.contains { $0.type == .unreachable }
        codes.append(isUnreachable ? .couldNotTest : .inconclusive)
      }
    }
    switch verdict.judgement {
    case .fail: codes.append(.failed)
    case .unknown: codes.append(.inconclusive)
    case .pass: break
    }
    return first(of: codes)
  }

  /// What a run asks for: its verdict, or under a gate what of it counts there, and the gate.
  static func of(_ run: JudgedRun, signal: ExitCode? = nil) -> ExitCode {
    guard let gate = run.gate else { return of(run.verdict, signal: signal) }
    let answer: ExitCode =
      switch gate.judgement {
      case .pass: .passed
      case .fail: .gateFailed
      case .unknown: .inconclusive
      }
    return first(of: [of(gate.counted, signal: signal), answer])
  }
}
