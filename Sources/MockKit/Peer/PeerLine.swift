import Foundation

/// Asks the other platform and waits for its answer.
struct PeerLine: Sendable {
  /// How long after an attempt that brought no answer the next one begins.
  private static let pauses: [Duration] = [
    .zero, .milliseconds(50), .milliseconds(200), .milliseconds(500), .milliseconds(1000),
  ]
  /// How long a member may be on its way to the platform that is asked about it.
  private static let patience: Duration = .seconds(2)

  /// How long a link that is cut may be away before it is said to be down.
  private static let blip: Duration = .milliseconds(1500)

  let relay: LinkRelay
  let owner: ShopSide

  func ask<Command: PeerCommand>(
    _ command: Command, for call: Call
  ) async throws -> Command.Answer {
    let id = try PeerAnswers.name(of: command, for: call.ticket)
    let body = try JSONText.data(
      PeerEnvelope(id: id, type: Command.type, data: command))
    let message = SignedMessage(
      id: id, type: Command.type, body: body, trace: call.trace, life: relay.epoch.number)
    let answer = try await answer(to: message)
    return try JSONDecoder().decode(Command.Answer.self, from: answer)
  }

  private func answer(to message: SignedMessage) async throws -> Data {
    let end = ContinuousClock.now + Self.patience
    var pauses = Self.pauses[...]
    var message = message
    while true {
      defer { message.attempt += 1 }
      do {
        return try await attempt(message)
      } catch PeerRefusal.refused(let problem) where problem.isEarly {
        guard ContinuousClock.now < end else {
          throw PeerRefusal.notAsked(owner, reason: "It has not heard of the member yet.")
        }
        try await Task.sleep(for: .milliseconds(20))
      } catch let error as PeerRefusal where error.mayBeAskedAgain {
        guard let pause = pauses.popFirst() else { throw error }
        try await Task.sleep(for: pause)
      }
    }
  }

  private func attempt(_ message: SignedMessage) async throws -> Data {
    try await relay.waitForOpen(atMost: Self.blip)
    let answer: WireAnswer
    do {
      guard let sent = try await relay.ask(message) else {
        throw PeerRefusal.notAsked(owner, reason: "The link to it is down.")
      }
      answer = sent
    } catch let error as WireError {
      throw error.mayHaveArrived
        ? PeerRefusal.noAnswer(owner, reason: "It did not answer: \(error).")
        : PeerRefusal.notAsked(owner, reason: "It cannot be reached: \(error).")
    }
    return try body(of: answer)
  }

  private func body(of answer: WireAnswer) throws(PeerRefusal) -> Data {
    if answer.status == 200 { return answer.body }
    guard (400..<500).contains(answer.status),
      let problem = try? JSONDecoder().decode(Problem.self, from: answer.body)
    else { throw .noAnswer(owner, reason: "It answered \(answer.status).") }
    guard problem.status != 401 else {
      throw .notAsked(owner, reason: "It does not take the signature: \(problem.detail)")
    }
    throw .refused(problem)
  }
}

extension Problem {
  /// The other platform has not heard of the member yet.
  fileprivate var isEarly: Bool { type == "/problems/unknown-member" }
}

extension PeerRefusal {
  fileprivate var mayBeAskedAgain: Bool {
    if case .noAnswer = self { return true }
    return false
  }
}

extension WireError {
  fileprivate var mayHaveArrived: Bool {
    switch self {
    case .badAddress, .unreachable: false
    case .timedOut, .broken, .closed, .tooLong: true
    }
  }
}
