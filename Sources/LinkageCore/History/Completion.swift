public import Values

/// What came of an operation.
public struct Completion: Sendable, Hashable, Codable {
  public var step: StepReference
  public var read: Int?
  public var outcome: Outcome
  /// What an `ok` answer lacks of what the contract promises. The operation has happened, so a
  /// write counts as acknowledged; a read with it shows nothing.
  public var broken: BrokenPromise?
  /// What was captured, converted to the contract's types; `null` without.
  public var output: Value
  public var exchanges: [Exchange]
  /// One entry for each expectation of the outline, in its order; empty where none was evaluated.
  public var conditions: [Condition]
  /// The read of another step that these exchanges belong to: that one sent them, and this step took
  /// them as its own. Whoever counts requests passes them over. `nil` for what the step sent itself,
  /// and in runs stored before reads were shared.
  public var shared: ReadReference?

  public init(
    step: StepReference, read: Int?, outcome: Outcome, broken: BrokenPromise? = nil,
    output: Value, exchanges: [Exchange], conditions: [Condition], shared: ReadReference? = nil
  ) {
    self.step = step
    self.read = read
    self.outcome = outcome
    self.broken = broken
    self.output = output
    self.exchanges = exchanges
    self.conditions = conditions
    self.shared = shared
  }

  /// The committing request's: the last one. `nil` when nothing was sent.
  public var sent: Instant? { exchanges.last?.sent }
  /// When the last answer, or its failure, was received; of reads sent at once the latest.
  public var received: Instant? { exchanges.lazy.map(\.received).max() }
  /// When the first request of a read went out.
  public var firstSent: Instant? { exchanges.lazy.map(\.sent).min() }
}
