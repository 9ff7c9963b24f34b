/// A case is over.
public struct CaseEnd: Sendable, Hashable, Codable {
  public var `case`: Int
  public var reason: Reason

  public init(`case`: Int, reason: Reason) {
    self.case = `case`
    self.reason = reason
  }

  public enum Reason: Sendable, Hashable, Codable {
    case finished
    case skipped(SkipReason)
    case interrupted
  }
}
