/// The word that names what went wrong; the same in JUnit, JSON and on the console.
public enum FailureType: String, Sendable, Hashable, Codable, CaseIterable {
  // The product broke an expectation.
  case expectationNotMet = "ExpectationNotMet"
  case refused = "Refused"
  case notRefused = "NotRefused"
  case notSynced = "NotSynced"
  case slow = "Slow"
  case fieldMismatch = "FieldMismatch"
  case flickered = "Flickered"
  case lost = "Lost"
  case vanished = "Vanished"
  case duplicated = "Duplicated"
  case phantom = "Phantom"
  case leaked = "Leaked"
  case wentBack = "WentBack"
  case notConserved = "NotConserved"
  /// A read that trails behind what its reader wrote or could see.
  case stale = "Stale"
  /// A later change is visible where an earlier one is not.
  case outOfOrder = "OutOfOrder"
  /// One change stays away while those after it arrive, or holds them up.
  case blocked = "Blocked"
  case usedTwice = "UsedTwice"
  case diverged = "Diverged"
  /// Something changes by itself after the last write has arrived.
  case restless = "Restless"
  // Nothing could be decided.
  case unexpectedAnswer = "UnexpectedAnswer"
  case unknownOutcome = "UnknownOutcome"
  case unreachable = "Unreachable"
  case notRunnable = "NotRunnable"

  /// True where nothing could be decided: JUnit's `error` instead of `failure`.
  public var isError: Bool {
    switch self {
    case .unexpectedAnswer, .unknownOutcome, .unreachable, .notRunnable: true
    default: false
    }
  }
}
