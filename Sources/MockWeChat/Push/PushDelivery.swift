import MockKit

/// A message on its way to an app's back end.
struct PushDelivery: Sendable {
  enum Outcome: String, Sendable, Encodable {
    case waiting, delivered, failed
  }

  /// One try to hand it over.
  struct Try: Sendable, Encodable {
    /// RFC 3339 with milliseconds.
    let at: String
    /// The path and query that were asked.
    let target: String
    /// What was sent: XML or JSON, encrypted where the mode says so.
    let body: String
    /// HTTP's; absent where there was no answer.
    var status: Int?
    /// The answer's first thousand characters.
    var answer: String?
    /// Why it does not count as taken.
    var problem: String?
  }

  static let mostTries = 3
  /// How long an answer may take, and how far two tries are apart.
  static let patience: Duration = .seconds(5)

  let id: Int
  let appid: String
  let message: PushMessage
  var tries: [Try] = []
  var outcome = Outcome.waiting
  /// When it is tried next.
  var due: Duration
}
