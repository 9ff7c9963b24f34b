/// What a run will do: every scenario validated, every expression parsed.
public struct Plan: Sendable {
  public var scenarios: [Scenario]
  public var contract: Contract?
  public var outline: Outline
  /// The operations that the target does; `nil` where scenarios bring their own platforms.
  public var bound: [String]?

  public init(
    scenarios: [Scenario], contract: Contract?, outline: Outline, bound: [String]? = nil
  ) {
    self.scenarios = scenarios
    self.contract = contract
    self.outline = outline
    self.bound = bound
  }
}
