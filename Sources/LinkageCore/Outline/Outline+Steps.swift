extension Outline {
  /// Whether there is a step at that place: a stored history may name one that its outline lacks.
  public func has(_ step: StepReference) -> Bool {
    cases.indices.contains(step.case) && cases[step.case].steps.indices.contains(step.step)
  }

  /// `nil` where there is none at that place.
  public func step(_ reference: StepReference) -> Step? {
    has(reference) ? cases[reference.case].steps[reference.step] : nil
  }

  /// The entities that many change at the same time.
  public var sharedEntities: Set<String> {
    Set(entities.filter { $0.isShared == true }.map(\.name))
  }
}
