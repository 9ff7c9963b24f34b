import LinkageCore
import Values

/// Moves the system's clock.
struct ClockStep: StepKind {
  func applies(to step: Step) -> Bool {
    if case .clock = step.body { true } else { false }
  }

  func perform(
    _ step: Step, _ inputs: ValueMap, _ journey: inout Journey
  ) async -> StepEnd.Reason {
    guard case .clock(let clock) = step.body, let action = clock.action else {
      return .unsatisfied
    }
    do throws(FillFailure) {
      let inputs = try journey.inputs(of: action, given: inputs)
      return await SingleStep().perform(step, inputs, &journey)
    } catch {
      return error.reason
    }
  }
}
