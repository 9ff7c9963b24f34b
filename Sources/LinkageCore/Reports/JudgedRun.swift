/// A run with its verdict: what every report is made from.
public struct JudgedRun: Sendable {
  public var history: History
  public var verdict: Verdict
  /// What the gate says, where one was asked.
  public var gate: GateResult?

  public init(history: History, verdict: Verdict, gate: GateResult? = nil) {
    self.history = history
    self.verdict = verdict
    self.gate = gate
  }
}
