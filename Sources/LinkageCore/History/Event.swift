/// One entry of the append-only history.
public struct Event: Sendable, Hashable, Codable {
  public var at: Instant
  public var kind: Kind

  public enum Kind: Sendable, Hashable, Codable {
    case caseStarted(case: Int)
    case invoked(Invocation)
    case completed(Completion)
    case stepEnded(StepEnd)
    case actor(ActorFields)
    case caseEnded(CaseEnd)
    case runEnded(RunEnd)
  }

  public init(at: Instant, kind: Kind) {
    self.at = at
    self.kind = kind
  }
}
