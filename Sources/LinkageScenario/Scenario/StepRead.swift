import CEL
import LinkageCore

/// A step that has been read, with what later steps may know of it.
struct StepRead {
  var item: StepItem
  var step: Step
  /// What its id stands for.
  var shape: Shape
  var lets: [Let] = []
  var rounds: Rounds?
  /// The steps that run together in it, known by their ids when it is over.
  var inner: [StepRead] = []
  /// Whether the contract speaks of all that it does.
  var isPromised: Bool

  struct Let {
    var name: YAMLNode
    var type: StaticType
  }

  var model: StepModel { StepModel(step: step, isPromised: isPromised) }

  /// Each of its rounds; the step itself where it is not repeated.
  func steps(below path: String) -> [Step] { rounds?.steps(of: step, below: path) ?? [step] }
}

/// What later steps need of a step.
struct StepModel {
  var step: Step
  var isPromised: Bool

  /// Those of the steps inside it among them.
  var operations: [Operation] { Self.operations(of: step) }

  private static func operations(of step: Step) -> [Operation] {
    step.operations + step.children.flatMap(operations)
  }
}
