public import LinkageCore
public import Values

/// One operation of a history, as far as judging needs it; each read of a parity is one of its own.
public struct IndexedOperation: Sendable {
  public enum End: UInt8, Sendable {
    case ok, refused
    /// It may have happened, now or later.
    case unknown
    /// It has definitely not happened, and nobody saw it.
    case neverSent
  }

  /// Of its completion in the history; of its invocation where it has none.
  public var position: Int
  public var step: StepReference
  /// Which read of a repeated step, from 0; `nil` for what is done once.
  public var read: Int?
  /// As an index into the people of the history.
  public var person: Int
  public var platform: String
  public var end: End
  /// The named error of what was refused.
  public var error: String?
  public var isWrite: Bool
  /// When its first request was sent; of what sent nothing, when it was about to.
  public var began: Instant
  /// When the request was sent that commits it.
  public var sent: Instant
  /// When its last answer, or the failure, was received; `Instant(.max)` where there was none.
  public var received: Instant
  public var inputs: Value
  public var output: Value
  /// Whether another step sent it and this one took the answer as its own.
  public var isShared: Bool

  /// Whether this one was answered before the other was sent. Overlapping operations have no order.
  public func precedes(_ other: IndexedOperation) -> Bool { received < other.began }
}
