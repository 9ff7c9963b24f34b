import LinkageCore

/// Which time-out of a request is over.
enum Timeout {
  case whole
  case idle

  /// `limit` in nanoseconds.
  func detail(_ limit: Nanoseconds, wasSent: Bool, hasAnswer: Bool) -> String {
    let time = "\(limit.count / 1_000_000) milliseconds"
    return switch self {
    case .idle: "Nothing came for \(time)"
    case .whole where !wasSent: "The request was not sent within \(time)"
    case .whole where hasAnswer: "The answer was not complete within \(time)"
    case .whole: "No answer within \(time)"
    }
  }
}
