/// What one consistency checker found.
public struct CheckResult: Sendable, Hashable, Codable {
  public var checker: String
  public var judgement: Judgement
  /// How many things it looked at; nothing observed is `unknown`.
  public var observed: Int
  public var violations: [Violation]
  /// How many things it saw and could not judge, for anything may have happened to them; `nil` for
  /// none, and in runs stored before it was recorded.
  public var unjudged: Int?
  /// It ended in an error, so that it knows nothing; `nil` otherwise.
  public var hasCrashed: Bool?

  public init(checker: String, judgement: Judgement, observed: Int, violations: [Violation]) {
    self.checker = checker
    self.judgement = judgement
    self.observed = observed
    self.violations = violations
  }

  /// A violation is a failure; nothing observed is unknown.
  public init(checker: String, observed: Int, violations: [Violation]) {
    self.init(
      checker: checker,
      judgement: !violations.isEmpty ? .fail : observed == 0 ? .unknown : .pass,
      observed: observed, violations: violations)
  }

  /// Whether it found nothing that it could judge, so that its answer decides nothing; one that crashed
  /// leaves all open.
  public var isUnobserved: Bool { observed == 0 && hasCrashed != true }
}
