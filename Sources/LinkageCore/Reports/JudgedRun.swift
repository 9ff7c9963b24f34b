/// A run with its verdict: what every report is made from.
public struct JudgedRun: Sendable {
  public var history: History
  public var verdict: Verdict

  public init(history: History, verdict: Verdict) {
    self.history = history
    self.verdict = verdict
  }
}
