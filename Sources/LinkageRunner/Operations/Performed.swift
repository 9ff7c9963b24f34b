import LinkageCore
import Values

/// What came of an operation, before it is written down.
struct Performed: Sendable {
  var outcome: Outcome
  var output: Value = .null
  /// The last answer as expressions see it.
  var http: Value = AnswerVariable.none
  var exchanges: [ExchangeRecord] = []
  /// What the sessions keep, by platform.
  var session: [String: ValueMap] = [:]
  /// Set when a request could not even be made.
  var notRunnable: FillFailure?

  var sent: Instant? { exchanges.last?.exchange.sent }
  var received: Instant? { exchanges.last?.exchange.received }

  /// The round trip of the whole operation.
  var took: Nanoseconds? {
    guard let first = exchanges.first?.exchange.sent, let received else { return nil }
    return received - first
  }

  /// `ok`, the error's name, or why nobody knows: `step.outcome` in expressions.
  var outcomeWord: String {
    switch outcome {
    case .ok: "ok"
    case .refused(let error): error
    case .unknown, .unreachable: "unknown"
    case .unexpected: "unexpected"
    }
  }
}
