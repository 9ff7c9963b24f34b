/// Which read of which step.
public struct ReadReference: Sendable, Hashable, Codable {
  public var step: StepReference
  /// From 0, as in `Completion.read`.
  public var read: Int

  public init(step: StepReference, read: Int) {
    self.step = step
    self.read = read
  }
}
