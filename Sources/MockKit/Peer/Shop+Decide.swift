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
    guard owner != side else { return try await decideHere(command, for: call) }
    let life = epoch.number
    let answer = try await PeerLine(relay: relay, owner: owner).ask(command, for: call)
    try await change(for: call) { change in
      guard epoch.number == life else { throw EpochOver() }
      try apply(change, answer)
    }
    return answer
  }
  /// A request under an idempotency key may come again after this process was killed between the
  /// transaction and the answer, and is then told the same.
  private func decideHere<Command: PeerCommand>(
    _ command: Command, for call: Call
  ) async throws -> Command.Answer {
    try await change(for: call) { change in
      guard call.ticket != nil else { return try command.decide(change) }
      let id = PeerAnswers.id(of: Command.type, for: call)
      return try JSONDecoder().decode(
        Command.Answer.self, from: try change.decide(command, once: id))
    }
  }
}
