/// What a run will do: every scenario validated, every expression parsed.
public struct Plan: Sendable {
  public var scenarios: [Scenario]
  public var contract: Contract?
  public var outline: Outline

  public init(scenarios: [Scenario], contract: Contract?, outline: Outline) {
    self.scenarios = scenarios
    self.contract = contract
    self.outline = outline
  }
}
