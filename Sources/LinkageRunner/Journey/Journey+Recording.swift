import CEL
import LinkageCore
import Values

extension Journey {
  @inline(never)
  mutating func recordInvocation(
    _ step: Step, read: Int? = nil, planned: Instant? = nil, inputs: ValueMap
  ) {
    if !step.operations.isEmpty { hasBegun = true }
    setting.record(
      .invoked(
        Invocation(
          step: reference(step), read: read, planned: planned,
          inputs: masker.mask(.map(inputs)))))
  }

  @inline(never)
  func recordCompletion(
    _ step: Step, read: Int? = nil, _ performed: Performed, conditions: [Condition],
    shared: ReadReference? = nil
  ) {
    setting.recordCompletion(
      reference(step), read: read, performed, conditions: conditions, shared: shared)
  }

  /// Writes down that a step is over, and gives the reason back.
  @discardableResult
  @inline(never)
  func end(_ step: Step, _ reason: StepEnd.Reason) -> StepEnd.Reason {
    setting.record(.stepEnded(StepEnd(step: reference(step), reason: masker.mask(reason))))
    return reason
  }

  /// Evaluates a step's conditions, `until` first, after one completion.
  @inline(never)
  func conditions(of step: Step, after performed: Performed, inputs: ValueMap) -> [Condition] {
    guard performed.isWhole || step.isDueRefusal(performed) else { return [] }
    let scope = frame.scope.with("out", performed.output).with("http", performed.http)
      .with("with", .map(inputs))
    let evaluator = ConditionEvaluator(
      scope: naming(step, performed, inputs, in: scope), masker: masker)
    return ((step.sync?.until ?? []) + step.expect).map(evaluator.condition)
  }

  func reference(_ step: Step) -> StepReference {
    StepReference(case: index, step: step.position)
  }
}
