import CEL
import LinkageCore
import Values

/// What is known of a step that its `when` passed over: that it was.
enum SkippedStep {
  static let record = Value.map(["outcome": "skipped"])

  /// Why an expression has no value where it asks for more of such a step.
  static func problem(with located: Located, in scope: Scope) -> String? {
    let skipped = located.expression.references.first {
      scope[$0.path[0]] == record && $0.path != [$0.path[0], "outcome"]
    }
    return skipped.map { "step `\($0.path[0])` was skipped, so nothing of it is known" }
  }
}
