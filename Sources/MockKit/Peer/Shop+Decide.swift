import Foundation

extension Shop {
  /// Has the owner decide: in a transaction here where that is this platform, else by asking the
  /// other one.
  ///
  /// - Parameter apply: writes the other platform's answer down here at once, so that whoever asked
  ///   reads it back; the event that tells of the same change comes later and changes nothing more.
  /// - Throws: the owner's problem, or `/problems/peer-unavailable`.
  package func decide<Command: PeerCommand>(
    _ command: Command, at owner: ShopSide, for call: Call,
    apply: @escaping @Sendable (ShopChange, Command.Answer) throws -> Void
  ) async throws -> Command.Answer {
    guard owner != side else { return try await change(for: call) { try $0.decide(command) } }
    let life = epoch.number
    let answer = try await PeerLine(relay: relay, owner: owner).ask(command, for: call)
    try await change(for: call) { change in
      guard epoch.number == life else { throw EpochOver() }
      try apply(change, answer)
    }
    return answer
  }
}

extension ShopChange {
  /// Decides here; what was decided under an idempotency key is not decided again when the request
  /// comes again, though its answer was not kept.
  fileprivate func decide<Command: PeerCommand>(_ command: Command) throws -> Command.Answer {
    guard let ticket else { return try command.decide(self) }
    let id = try PeerAnswers.name(of: command, for: ticket)
    return try JSONDecoder().decode(Command.Answer.self, from: try decide(command, once: id))
  }
}
