import CEL
import LinkageCore
import Values

extension Journey {
  mutating func recordInvocation(
    _ position: Int, read: Int? = nil, planned: Instant? = nil, inputs: ValueMap
  ) {
    hasBegun = true
    record(
      .invoked(
        Invocation(
          step: reference(position), read: read, planned: planned,
          inputs: masker.mask(.map(inputs)))))
  }

  func recordCompletion(
    _ position: Int, read: Int? = nil, _ performed: Performed, conditions: [Condition]
  ) {
    record(
      .completed(
        Completion(
          step: reference(position), read: read, outcome: masked(performed.outcome),
          output: masker.mask(performed.output),
          exchanges: performed.exchanges.map { $0.masked(by: masker) },
          conditions: conditions)))
  }

  private func masked(_ outcome: Outcome) -> Outcome {
    guard case .unexpected(let status, let detail) = outcome else { return outcome }
    return .unexpected(status: status, detail: detail.map(masker.mask))
  }

  /// Evaluates a step's conditions, `until` first, after one completion.
  func conditions(of step: Step, after performed: Performed, inputs: ValueMap) -> [Condition] {
    guard performed.outcome == .ok else { return [] }
    let scope = scope.with("out", performed.output).with("http", performed.http)
      .with("with", .map(inputs))
    let evaluator = ConditionEvaluator(
      scope: naming(step, performed, inputs, in: scope), masker: masker)
    return ((step.sync?.until ?? []) + step.expect).map(evaluator.condition)
  }
}
