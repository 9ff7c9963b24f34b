public import Values

/// An operation is about to be sent.
public struct Invocation: Sendable, Hashable, Codable {
  public var step: StepReference
  /// Which read of a probe, from 0; `nil` for an operation done once.
  public var read: Int?
  /// When the schedule wanted it sent.
  public var planned: Instant?
  public var inputs: Value

  public init(step: StepReference, read: Int?, planned: Instant?, inputs: Value) {
    self.step = step
    self.read = read
    self.planned = planned
    self.inputs = inputs
  }
}
