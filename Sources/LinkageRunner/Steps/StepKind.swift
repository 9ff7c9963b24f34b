import LinkageCore
import Values

/// A way to do a step.
protocol StepKind: Sendable {
  func applies(to step: Step) -> Bool
  func perform(
    _ position: Int, _ inputs: ValueMap, _ journey: inout Journey
  ) async -> StepEnd.Reason
}

/// Every kind there is; the first that applies does the step.
enum StepKinds {
  static let all: [any StepKind] = [ProbeStep(), SingleStep()]
}
