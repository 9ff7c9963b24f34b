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
