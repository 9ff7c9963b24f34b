public struct CaseVerdict: Sendable, Hashable, Codable {
  public var status: Status
  public var skip: SkipReason?
  public var started: Instant?
  public var ended: Instant?
  /// What failed, gravest first; empty when it passed.
  public var findings: [Finding]
  /// Failures of `finally`, which do not change the status.
  public var cleanup: [Finding]
  /// One for each step of the outline.
  public var steps: [StepVerdict]

  public init(
    status: Status, skip: SkipReason?, started: Instant?, ended: Instant?, findings: [Finding],
    cleanup: [Finding], steps: [StepVerdict]
  ) {
    self.status = status
    self.skip = skip
    self.started = started
    self.ended = ended
    self.findings = findings
    self.cleanup = cleanup
    self.steps = steps
  }

  public enum Status: String, Sendable, Hashable, Codable {
    case passed, failed, errored, skipped, interrupted
  }
}
