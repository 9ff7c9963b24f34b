public struct StepVerdict: Sendable, Hashable, Codable {
  public var status: Status
  public var skip: SkipReason?
  public var outcome: Outcome?
  /// From the first send to the last receipt of the step.
  public var duration: Nanoseconds?
  public var measurement: Measurement?

  public init(
    status: Status, skip: SkipReason?, outcome: Outcome?, duration: Nanoseconds?,
    measurement: Measurement?
  ) {
    self.status = status
    self.skip = skip
    self.outcome = outcome
    self.duration = duration
    self.measurement = measurement
  }

  public enum Status: String, Sendable, Hashable, Codable {
    case passed, failed, skipped, notRun
  }
}
