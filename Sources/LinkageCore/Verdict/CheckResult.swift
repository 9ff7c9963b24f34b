/// What one consistency checker found.
public struct CheckResult: Sendable, Hashable, Codable {
  public var checker: String
  public var judgement: Judgement
  /// How many things it looked at; nothing observed is `unknown`.
  public var observed: Int
  public var violations: [Violation]
  /// It ended in an error, so that it knows nothing; `nil` otherwise.
  public var hasCrashed: Bool?

  public init(checker: String, judgement: Judgement, observed: Int, violations: [Violation]) {
    self.checker = checker
    self.judgement = judgement
    self.observed = observed
    self.violations = violations
  }

  public struct Violation: Sendable, Hashable, Codable {
    public var type: FailureType
    /// The operations, in order, that prove it: positions in the history.
    public var witness: [Int]
    public var step: StepReference?

    public init(type: FailureType, witness: [Int], step: StepReference?) {
      self.type = type
      self.witness = witness
      self.step = step
    }
  }
}
