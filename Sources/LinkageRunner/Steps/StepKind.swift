import LinkageCore
import Values

/// A way to do a step.
protocol StepKind: Sendable {
  func applies(to step: Step) -> Bool
  func perform(
    _ step: Step, _ inputs: ValueMap, _ journey: inout Journey
  ) async -> StepEnd.Reason
}

/// Every kind there is; the first that applies does the step.
enum StepKinds {
  static let all: [any StepKind] = [
    TogetherStep(), FlowStep(), ProbeStep(), StaysStep(), FaultStep(), HealStep(), ClockStep(),
    SingleStep(),
  ]

  @inline(never)
  static func kind(of step: Step) -> any StepKind {
    all.first { $0.applies(to: step) } ?? SingleStep()
  }
}
