import LinkageCore
import Values

/// Takes off faults that earlier steps have put on; those that are off already need nothing.
struct HealStep: StepKind {
  func applies(to step: Step) -> Bool {
    if case .heal = step.body { true } else { false }
  }

  func perform(
    _ step: Step, _ inputs: ValueMap, _ journey: inout Journey
  ) async -> StepEnd.Reason {
    guard case .heal(let action) = step.body else { return .unsatisfied }
    journey.recordInvocation(step, inputs: inputs)
    let positions = action.faults.flatMap(journey.frame.done).map(\.position)
    let healed = await journey.setting.faults.heal(action.faults.isEmpty ? nil : positions)
    return finish(step, inputs, healed, &journey)
  }

  /// What went wrong comes last: the last completion is the one that counts.
  private func finish(
    _ step: Step, _ inputs: ValueMap, _ healed: [ActiveFault.Healed], _ journey: inout Journey
  ) -> StepEnd.Reason {
    let sorted = healed.filter(\.isOff) + healed.filter { !$0.isOff }
    for one in sorted {
      journey.recordCompletion(step, one.performed, conditions: [], shared: one.reference)
    }
    let last = sorted.last?.performed ?? Performed(outcome: .ok)
    if sorted.isEmpty { journey.recordCompletion(step, last, conditions: []) }
    do throws(FillFailure) {
      try journey.keep(last, of: step, inputs: inputs)
    } catch {
      return error.reason
    }
    return healed.allSatisfy(\.isOff) ? .satisfied : .unsatisfied
  }
}
