import LinkageCore
import Values

/// An operation done once, or the reads of a parity sent once.
struct SingleStep: StepKind {
  func applies(to step: Step) -> Bool { true }

  func perform(
    _ step: Step, _ inputs: ValueMap, _ journey: inout Journey
  ) async -> StepEnd.Reason {
    let call = await begin(step, inputs, &journey).perform()
    if call.isLong { return await concludeLong(step, inputs, call, &journey) }
    return conclude(step, inputs, call, &journey)
  }

  @inline(never)
  func begin(_ step: Step, _ inputs: ValueMap, _ journey: inout Journey) -> StepCall {
    journey.recordInvocation(step, inputs: inputs)
    return journey.call(
      step, inputs, sessions: journey.sessions[journey.actor(of: step)] ?? [:])
  }

  @inline(never)
  private func concludeLong(
    _ step: Step, _ inputs: ValueMap, _ call: PerformedCall, _ journey: inout Journey
  ) async -> StepEnd.Reason {
    await LongWork.run { conclude(step, inputs, call, &journey) }
  }

  /// Apart from what waits, which holds as little as it can.
  @inline(never)
  func conclude(
    _ step: Step, _ inputs: ValueMap, _ call: PerformedCall, _ journey: inout Journey
  ) -> StepEnd.Reason {
    let performed = call.performed
    let conditions = journey.conditions(of: step, after: performed, inputs: inputs)
    journey.recordCompletion(step, performed, conditions: conditions)
    if let failure = performed.notRunnable { return failure.reason }
    do throws(FillFailure) {
      try journey.keep(performed, of: step, inputs: inputs)
    } catch {
      return error.reason
    }
    if performed.wasCancelled { return .interrupted }
    return step.isSatisfied(by: performed, conditions) ? .satisfied : .unsatisfied
  }
}

extension FillFailure {
  /// How a step ends whose templates or expressions have no value.
  var reason: StepEnd.Reason { .notRunnable(problem: problem, place: place) }
}

extension Step {
  /// Whether it ended in the error that it must end in.
  func isDueRefusal(_ performed: Performed) -> Bool {
    fails.map { performed.outcome == .refused(error: $0) } ?? false
  }

  /// Whether one answer is as it must be.
  func isSatisfied(by performed: Performed, _ conditions: [Condition]) -> Bool {
    switch performed.outcome {
    case .ok:
      fails == nil && performed.broken == nil && conditions.allSatisfy { $0.holds == true }
    case .refused(let error):
      error == fails ? conditions.allSatisfy { $0.holds == true } : mayFail.contains(error)
    case .unknown, .unreachable, .unexpected: false
    }
  }
}
