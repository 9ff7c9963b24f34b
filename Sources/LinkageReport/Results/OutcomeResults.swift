import LinkageCore
import Values

/// How an operation ended or why a step was skipped, as data.
enum OutcomeResults {
  static func outcome(_ outcome: Outcome) -> Value {
    switch outcome {
    case .ok: make("ok")
    case .refused(let error): make("refused", error: error)
    case .unknown(let reason, let status): make("unknown", status: status, failure: reason)
    case .unexpected(let status, let detail): make("unexpected", status: status, detail: detail)
    case .unreachable(let reason): make("unreachable", failure: reason)
    }
  }

  static func skip(_ reason: SkipReason) -> Value {
    let (word, name): (Value, String?) =
      switch reason {
      case .when: ("when", nil)
      case .missingReference(let name): ("missingReference", name)
      case .writesDenied(let operation): ("writesDenied", operation)
      case .notOnTarget(let operation): ("notOnTarget", operation)
      }
    return .object([("reason", word), ("name", name.map(Value.string))])
  }

  private static func make(
    _ kind: Value, error: String? = nil, status: Int? = nil, failure: TransportFailure? = nil,
    detail: String? = nil
  ) -> Value {
    .object([
      ("kind", kind), ("error", error.map(Value.string)), ("status", status.map(Value.count)),
      ("failure", failure.map { .string($0.kind.rawValue) }),
      ("detail", (detail ?? failure?.detail).map(Value.string)),
    ])
  }
}
