import LinkageCore

extension Outline {
  /// `login › get`; `nil` for a step that it does not have.
  ///
  /// - Parameter tree: that of the case at a position.
  func name(of step: StepReference, tree: (Int) -> StepTree) -> String? {
    has(step) ? cases[step.case].name(of: step.step, in: tree(step.case)) : nil
  }
}

extension Outline {
  /// The same, for once: the tree of its case is made for it alone.
  func name(of step: StepReference) -> String? {
    name(of: step) { StepTree(cases[$0].steps) }
  }
}

extension Outline.Case {
  /// The same of one of its own steps.
  func name(of step: Int, in tree: StepTree) -> String { "\(name) › \(tree.path(of: step))" }
}
