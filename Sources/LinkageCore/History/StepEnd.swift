/// A step is over.
public struct StepEnd: Sendable, Hashable, Codable {
  public var step: StepReference
  public var reason: Reason

  public init(step: StepReference, reason: Reason) {
    self.step = step
    self.reason = reason
  }

  /// Small, as every function that waits keeps room for one: what is rare lies elsewhere.
  public enum Reason: Sendable, Hashable, Codable {
    case satisfied
    case unsatisfied
    case deadline
    /// The read that saw the condition of `stop_if` hold; `nil` in runs stored before it was recorded.
    indirect case stopped(read: Int? = nil)
    indirect case skipped(SkipReason)
    case interrupted
    /// Inputs could not be computed.
    indirect case notRunnable(problem: String, place: Place?)
  }
}
