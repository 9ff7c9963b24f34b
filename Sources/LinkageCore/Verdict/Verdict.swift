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
