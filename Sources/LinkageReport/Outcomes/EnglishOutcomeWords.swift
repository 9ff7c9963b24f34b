import LinkageCore

struct EnglishOutcomeWords: OutcomeWords {
  func failure(_ failure: TransportFailure) -> String {
    if let reason = EnglishFailureWords().reason(failure) { return reason }
    return switch failure.kind {
    case .badURL: "the address is not a valid URL"
    case .badRequest: "the request cannot be written as HTTP"
    case .nameNotResolved: "the host name cannot be resolved"
    case .refused where failure.isOwnRefusal: "no connection" + detail(failure)
    case .refused: "connection refused"
    case .tls: "no secure connection" + detail(failure)
    case .timeout: "no answer in time"
    case .lost: "the connection was lost"
    case .tooLarge: "the answer is too large"
    case .malformed: "the answer is not valid HTTP"
    case .cancelled: "cancelled"
    case .other: "no answer" + detail(failure)
    }
  }

  func outcome(_ outcome: Outcome) -> String {
    switch outcome {
    case .ok: "ok"
    case .refused(let error): "refused: `\(error)`"
    case .unknown(let reason?, _): "outcome unknown: \(failure(reason))"
    case .unknown(nil, let status?): "outcome unknown: status \(status)"
    case .unknown(nil, nil): "outcome unknown"
    case .unexpected(let status, _): "unexpected answer: status \(status)"
    case .unreachable(let reason): "never sent: \(failure(reason))"
    }
  }

  func skip(_ reason: SkipReason) -> String {
    switch reason {
    case .when: "its `when` does not hold"
    case .missingReference(let name): "`\(name)`, which it refers to, never came to be"
    case .writesDenied(let operation): "`\(operation)` writes, and the target allows no writes"
    case .notOnTarget(let operation): "the target does not have `\(operation)`"
    }
  }

  func step(_ status: StepVerdict.Status, isUndecided: Bool) -> String {
    switch status {
    case .failed where isUndecided: "undecided"
    case .passed: "passed"
    case .failed: "failed"
    case .skipped: "skipped"
    case .notRun: "not run"
    }
  }

  private func detail(_ failure: TransportFailure) -> String {
    failure.detail.isEmpty ? "" : " (\(failure.detail))"
  }
}
