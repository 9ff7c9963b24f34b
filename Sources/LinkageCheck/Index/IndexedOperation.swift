public import LinkageCore
public import Values

/// One operation of a history, as far as judging needs it; each read of a parity is one of its own.
///
/// It is a class because checkers hand it around by the million.
public final class IndexedOperation: Sendable {
  public enum End: UInt8, Sendable {
    case ok, refused
    /// It may have happened, now or later.
    case unknown
    /// It has definitely not happened, and nobody saw it.
    case neverSent
  }

  /// Of its completion in the history; of its invocation where it has none.
  public let position: Int
  public let step: StepReference
  /// Which read of a repeated step, from 0; `nil` for what is done once.
  public let read: Int?
  /// As an index into the people of the history.
  public let person: Int
  public let platform: String
  public let end: End
  /// The named error of what was refused.
  public let error: String?
  public let isWrite: Bool
  /// When its first request was sent; of what sent nothing, when it was about to.
  public let began: Instant
  /// When the request was sent that commits it.
  public let sent: Instant
  /// When its last answer, or the failure, was received; `Instant(.max)` where there was none.
  public let received: Instant
  public let inputs: Value
  public let output: Value
  /// Whether another step sent it and this one took the answer as its own.
  public let isShared: Bool
  /// Whether all that it sent was to read: a log-in, which posts, may change what it then shows.
  let isPlain: Bool
  /// Whether an answer says by its `Link` header that there is a next page: its lists are not whole.
  let isPage: Bool

  /// - Parameters:
  ///   - completion: `nil` for what was never answered.
  ///   - times: when its first request was sent, and the one that commits it, and when the last
  ///     answer was received.
  init(
    _ step: Outline.Step, at place: StepReference, read: Int?, position: Int, person: Int,
    platform: String, end: End, error: String?,
    times: (began: Instant, sent: Instant, received: Instant), inputs: Value, output: Value,
    completion: Completion?
  ) {
    self.position = position
    self.step = place
    self.read = read
    self.person = person
    self.platform = platform
    self.end = end
    self.error = error
    isWrite = step.isWrite
    (began, sent, received) = times
    self.inputs = inputs
    self.output = output
    isShared = completion?.shared != nil
    isPlain = completion?.exchanges.allSatisfy(\.isPlain) ?? false
    isPage = completion?.exchanges.contains(where: \.isPage) ?? false
  }

  /// Whether it happened, or nobody knows that it did not.
  var mayHaveHappened: Bool { end == .ok || end == .unknown }

  /// What the answer says under a name, else what was asked for; `nil` for null, too.
  func said(_ name: String) -> Value? { (output[name] ?? inputs[name])?.unlessNull }

  /// Whether this one was answered before the other was sent. Overlapping operations have no order.
  public func precedes(_ other: IndexedOperation) -> Bool { received < other.began }
}
