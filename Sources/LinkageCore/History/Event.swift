/// One entry of the append-only history.
public struct Event: Sendable, Hashable, Codable {
  public var at: Instant
  public var kind: Kind

  public enum Kind: Sendable, Hashable, Codable {
    case caseStarted(case: Int)
    case invoked(Invocation)
    /// Far larger than the others, which would each take as much room.
    indirect case completed(Completion)
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
