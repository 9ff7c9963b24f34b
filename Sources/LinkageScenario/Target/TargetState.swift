import LinkageCore

/// The target as far as it could be read.
enum TargetState {
  case absent
  /// What is not in it may stand in a file that could not be read.
  case incomplete(TargetModel?)
  case read(TargetModel)

  var model: TargetModel? {
    switch self {
    case .absent: nil
    case .incomplete(let model): model
    case .read(let model): model
    }
  }

  var isIncomplete: Bool {
    if case .incomplete = self { true } else { false }
  }
}
