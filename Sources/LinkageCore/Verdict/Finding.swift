/// One thing that failed, with all that its message needs.
public struct Finding: Sendable, Hashable, Codable {
  public var type: FailureType
  /// Position of the step in the outline.
  public var step: Int
  /// Position of the expectation in the step.
  public var expectation: Int?
  public var condition: Condition?
  public var outcome: Outcome?
  public var measurement: Measurement?
  /// Where in a file, when not at the step or expectation.
  public var place: Place?
  public var detail: String?
  /// When everything still held, of a step that `stays`, since its first read was sent: the sending
  /// of the last answer that was right; zero also when none was.
  public var held: Nanoseconds?
  /// When it no longer held: the receipt of the answer that was wrong; `nil` when none was right.
  public var goneBy: Nanoseconds?
  /// The condition of `stop_if` that ended the wait.
  public var stoppedBy: String?
  /// When that condition came true, since the last acknowledgement; `nil` in runs stored before it
  /// was recorded which read saw it.
  public var stoppedAfter: LatencyInterval?
  /// How many answers there were to a wait in none of which the condition could be evaluated; `nil`
  /// where one of them let it, and in runs judged before this was told.
  public var neverEvaluated: Int?

  public init(
    type: FailureType, step: Int, expectation: Int?, condition: Condition?, outcome: Outcome?,
    measurement: Measurement?, place: Place?, detail: String?, held: Nanoseconds? = nil,
    goneBy: Nanoseconds? = nil, stoppedBy: String? = nil,
    stoppedAfter: LatencyInterval? = nil, neverEvaluated: Int? = nil
  ) {
    self.type = type
    self.step = step
    self.expectation = expectation
    self.condition = condition
    self.outcome = outcome
    self.measurement = measurement
    self.place = place
    self.detail = detail
    self.held = held
    self.goneBy = goneBy
    self.stoppedBy = stoppedBy
    self.stoppedAfter = stoppedAfter
    self.neverEvaluated = neverEvaluated
  }
}
