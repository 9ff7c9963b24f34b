import LinkageCore

/// What a step does, as far as it is known.
enum StepOperation {
  case known(OperationModel)
  /// Contract or target could not be read, or have no such operation.
  case unjudged(String)

  var model: OperationModel? {
    if case .known(let model) = self { model } else { nil }
  }

  /// A plan is only handed out when every step's operation is known.
  var operation: Operation {
    switch self {
    case .known(let model): model.operation
    case .unjudged(let name):
      Operation(
        name: name, platform: String(name.prefix { $0 != "." }), requests: [], inputs: [],
        outputs: [], errors: nil, reads: [], writes: [], isWrite: false, probeSpacing: nil)
    }
  }
}
