import LinkageCore
import Values

/// What came of an operation, before it is written down.
struct Performed: Sendable {
  var outcome: Outcome
  /// What an answer that is `ok` lacks of what was promised.
  var broken: BrokenPromise?
  var output: Value = .null
  /// The last answer as expressions see it.
  var http: Value = AnswerVariable.none
  var exchanges: [ExchangeRecord] = []
  /// What must not be shown, also of answers that were not `ok`.
  var secrets: [Value] = []
  /// What the sessions keep, by platform.
  var session: [String: ValueMap] = [:]
  /// By platform.
  var roundTrips: [String: Nanoseconds] = [:]
  /// Set when a request could not even be made.
  var notRunnable: FillFailure?

  /// What its requests are traced by; `nil` for what combines several operations.
  let trace: TraceContext.Trace?

  init(outcome: Outcome, trace: TraceContext.Trace? = nil) {
    self.outcome = outcome
    self.trace = trace
  }

  var received: Instant? { exchanges.map(\.exchange.received).max() }

  /// The round trip of the whole operation.
  var took: Nanoseconds? {
    guard let first = exchanges.first?.exchange.sent, let received else { return nil }
    return received - first
  }

  /// It happened, and the answer has all that was promised.
  var isWhole: Bool { outcome == .ok && broken == nil }

  /// Whether an answer may have changed the cookie jar; redirects' own headers are not seen.
  var mayHaveSetCookies: Bool { exchanges.contains(where: \.mayHaveSetCookies) }

  var wasCancelled: Bool {
    switch outcome {
    case .unknown(let failure?, _), .unreachable(let failure): failure.kind == .cancelled
    default: false
    }
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

/// The same as a reference, which is all that a function holds that waits for it.
final class PerformedCall: Sendable {
  let performed: Performed

  init(_ performed: Performed) { self.performed = performed }

  @inline(never) var isLong: Bool { performed.isLong }
}
