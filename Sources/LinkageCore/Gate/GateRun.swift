/// What a gate looks at of a run.
public struct GateRun: Sendable {
  public var id: String
  /// The id and the name of each case.
  public var cases: [(scenario: String, name: String)]
  public var verdict: Verdict

  public init(id: String, cases: [(scenario: String, name: String)], verdict: Verdict) {
    self.id = id
    self.cases = cases
    self.verdict = verdict
  }

  public init(id: String, outline: Outline, verdict: Verdict) {
    self.init(
      id: id, cases: outline.cases.map { ($0.id, $0.name) }, verdict: verdict)
  }
}
