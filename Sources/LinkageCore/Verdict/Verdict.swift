/// What a history proves.
public struct Verdict: Sendable, Hashable, Codable {
  public var judgement: Judgement
  public var wasInterrupted: Bool
  /// One for each case of the outline, in its order.
  public var cases: [CaseVerdict]
  public var checks: [CheckResult]
  public var links: [LinkSummary]
  /// How late the loops that send and time everything were.
  public var lateness: RunEnd.Lateness?
  /// The median time from one read of a probe to the next, as planned; `nil` where nothing was read
  /// twice.
  public var readSpacing: Nanoseconds?

  public init(
    judgement: Judgement, wasInterrupted: Bool, cases: [CaseVerdict], checks: [CheckResult],
    links: [LinkSummary], lateness: RunEnd.Lateness?, readSpacing: Nanoseconds? = nil
  ) {
    self.judgement = judgement
    self.wasInterrupted = wasInterrupted
    self.cases = cases
    self.checks = checks
    self.links = links
    self.lateness = lateness
    self.readSpacing = readSpacing
  }

  /// False where one read in a hundred or more went out later than the next one was due: then the
  /// intervals still hold, and are wider than the schedule promised.
  public var areLatenciesTrusted: Bool {
    guard let lateness, let readSpacing else { return true }
    return lateness.p99 <= readSpacing
  }
}
