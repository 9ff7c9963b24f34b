import LinkageCore

extension Outline {
  /// `login › get`; `nil` for a step that it does not have.
  ///
  /// - Parameter tree: that of the case at a position.
  func name(of step: StepReference, tree: (Int) -> StepTree) -> String? {
    guard cases.indices.contains(step.case), cases[step.case].steps.indices.contains(step.step)
    else { return nil }
    return cases[step.case].name(of: step.step, in: tree(step.case))
  }
}

extension Outline.Case {
  /// The same of one of its own steps.
  func name(of step: Int, in tree: StepTree) -> String { "\(name) › \(tree.path(of: step))" }
}
