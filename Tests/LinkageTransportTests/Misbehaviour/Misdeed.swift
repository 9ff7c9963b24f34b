import LinkageCore
import LinkageTransport
import Testing

/// What a server does wrong, and what the one who asked must be told.
struct Misdeed: Sendable, CustomTestStringConvertible {
  enum Outcome: Sendable {
    case answered(Int)
    /// With words that the detail must hold.
    case failed(TransportFailure.Kind, String)
    /// The system may hand over an answer before a reset, or swallow it.
    case answeredOrLost(Int)
    /// A connection may be gone before the one who asked has seen that it stood.
    case refusedOrLost
  }

  var testDescription: String
  var outcome: Outcome
  /// The server acts when it has so many bytes of the request; `nil` is the whole of it.
  var after: Int?
  var actions: [RawServer.Action]

  init(
    _ description: String, _ outcome: Outcome, after: Int? = nil, _ actions: [RawServer.Action]
  ) {
    testDescription = description
    self.outcome = outcome
    self.after = after
    self.actions = actions
  }

  /// With a head of these lines behind the status line.
  static func head(
    _ description: String, _ outcome: Outcome, _ lines: [String], body: String = "",
    then actions: [RawServer.Action] = [.close]
  ) -> Misdeed {
    let head = (["HTTP/1.1 200 OK"] + lines).map { $0 + "\r\n" }.joined() + "\r\n"
    return Misdeed(description, outcome, [.send(head + body)] + actions)
  }

  /// Whether only a time-out ends it.
  var isEndless: Bool {
    if case .failed(.timeout, _) = outcome { true } else { false }
  }

  func server() throws -> RawServer {
    let actions = actions
    return try RawServer(readingAtMost: after) { _ in actions }
  }

  func judge(_ exchange: HTTPExchange) {
    let found = "\(exchange.result)"
    switch (outcome, exchange.result) {
    case (.answered(let status), .success(let answer)),
      (.answeredOrLost(let status), .success(let answer)):
      #expect(answer.status == status)
    case (.failed(let kind, let words), .failure(let failure)):
      #expect(failure.kind == kind, "\(found)")
      #expect(failure.wasSent, "\(found)")
      #expect(failure.detail.contains(words), "\(found)")
    case (.answeredOrLost, .failure(let failure)):
      #expect(failure.kind == .lost, "\(found)")
      #expect(failure.wasSent, "\(found)")
    case (.refusedOrLost, .failure(let failure)):
      #expect(failure.kind == .lost || (failure.kind == .refused && !failure.wasSent), "\(found)")
    default: Issue.record("\(found) is not \(outcome)")
    }
    #expect(exchange.sent <= exchange.received)
  }
}
