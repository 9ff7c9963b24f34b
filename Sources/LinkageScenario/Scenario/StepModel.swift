import LinkageCore

/// A step that has been read, with what later steps need of it.
struct StepModel {
  var step: Step
  /// Whether the contract speaks of its operation.
  var isPromised: Bool
}
