import LinkageReport

/// What ends an evaluation, and where it stands.
struct EvaluationFailure: Error {
  var problem: EvaluationProblem
  var source: EvaluationPrinter.Source?
}
