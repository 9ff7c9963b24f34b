/// What a history proves.
public struct Verdict: Sendable, Hashable, Codable {
  public var judgement: Judgement
  public var wasInterrupted: Bool
  /// One for each case of the outline, in its order.
  public var cases: [CaseVerdict]
  public var checks: [CheckResult]
  public var links: [LinkSummary]
  public var lateness: RunEnd.Lateness?

  public init(
    judgement: Judgement, wasInterrupted: Bool, cases: [CaseVerdict], checks: [CheckResult],
    links: [LinkSummary], lateness: RunEnd.Lateness?
  ) {
    self.judgement = judgement
    self.wasInterrupted = wasInterrupted
    self.cases = cases
    self.checks = checks
    self.links = links
    self.lateness = lateness
  }
}

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

  public init(
    type: FailureType, step: Int, expectation: Int?, condition: Condition?, outcome: Outcome?,
    measurement: Measurement?, place: Place?, detail: String?
  ) {
    self.type = type
    self.step = step
    self.expectation = expectation
    self.condition = condition
    self.outcome = outcome
    self.measurement = measurement
    self.place = place
    self.detail = detail
  }
}
