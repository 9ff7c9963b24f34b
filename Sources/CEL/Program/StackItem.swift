import Values

/// What lies on the machine's stack. Errors are values there, as `||` and `&&` may absorb them.
enum StackItem {
  case value(Value)
  case error(Failure)
  /// In the place of a receiver: the path is a function's namespace.
  case namespace

  /// An error in a box, which keeps the items of the stack small.
  final class Failure: Sendable {
    let error: EvaluationError
    init(_ error: EvaluationError) { self.error = error }
  }

  var result: Result<Value, EvaluationError>? {
    switch self {
    case .value(let value): .success(value)
    case .error(let failure): .failure(failure.error)
    case .namespace: nil
    }
  }
}
