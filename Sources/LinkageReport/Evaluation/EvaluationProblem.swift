package import Values

/// Why an expression from the command line has no value, or what was given to it is of no use.
package enum EvaluationProblem: Sendable, Equatable {
  case notAnExpression(detail: String)
  case noValue(detail: String)
  /// `env.NAME` or `secret.NAME`, which the environment does not have.
  case missingVariable(name: String, kind: String, nearest: String?)
  case invalidJSON(JSONError)
  /// Bindings are an object from name to value.
  case notAnObject(found: String)
  /// Something in the bindings is no typed value: `path` leads there.
  case notTyped(name: String, path: [Int], detail: TypedDetail)
  case invalidName(String)
  case unreadable(name: String, reason: String)
  case unknownCommand(name: String, nearest: String?)

  package enum TypedDetail: Sendable, Hashable {
    case shape(found: String)
    case unknownType(name: String, nearest: String?)
    case payload(type: String, found: String)
  }
}
