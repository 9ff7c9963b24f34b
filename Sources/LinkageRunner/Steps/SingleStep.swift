import LinkageCore
import Values

/// An operation done once.
struct SingleStep: StepKind {
  func applies(to step: Step) -> Bool { step.sync == nil }

  func perform(
    _ position: Int, _ inputs: ValueMap, _ journey: inout Journey
  ) async -> StepEnd.Reason {
    let step = journey.scenario.steps[position]
    let sessions = journey.sessions[step.actor ?? ""] ?? [:]
    journey.recordInvocation(position, inputs: inputs)
    let performed = await journey.call(step, inputs, sessions: sessions).perform()
    journey.learnSecrets(from: performed, of: step)
    let conditions = journey.conditions(of: step, after: performed, inputs: inputs)
    journey.recordCompletion(position, performed, conditions: conditions)
    if let failure = performed.notRunnable {
      return .notRunnable(problem: failure.problem, place: failure.place)
    }
    do throws(FillFailure) {
      try journey.keep(performed, of: step, inputs: inputs)
    } catch {
      return .notRunnable(problem: error.problem, place: error.place)
    }
    return reason(performed, conditions, step)
  }

  private func reason(
    _ performed: Performed, _ conditions: [Condition], _ step: Step
  ) -> StepEnd.Reason {
    switch performed.outcome {
    case .ok:
      let holds = step.fails == nil && conditions.allSatisfy { $0.holds == true }
      return holds ? .satisfied : .unsatisfied
    case .refused(let error):
      return error == step.fails || step.mayFail.contains(error) ? .satisfied : .unsatisfied
    case .unknown(let failure, _):
      return failure?.kind == .cancelled ? .interrupted : .unsatisfied
    case .unreachable(let failure):
      return failure.kind == .cancelled ? .interrupted : .unsatisfied
    case .unexpected: return .unsatisfied
    }
  }
}
