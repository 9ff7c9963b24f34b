extension ShopChange {
  func handover(of member: String, to path: String, source: String?) -> Handover {
    let now = shop.clock.now
    return Handover(
      handoverId: "ho_" + Hexadecimal.random(bytes: 10), memberId: member, to: path,
      source: source, issuedAt: MockClock.timestamp(now),
      expiresAt: MockClock.timestamp(now + Handover.life), enteredAt: nil)
  }

  /// Signed with the newest key, as the other side may know no older one.
  func ticket(for handover: Handover) throws -> String {
    guard let secret = linkKeys.all.first else { throw HandoverError.forged }
    return try HandoverTicket.issue(handover, with: secret)
  }

  private var linkKeys: LinkKeys { shop.relay.environment.keys }

  /// Logs in whoever brings a ticket, once.
  ///
  /// - Returns: where it leads and the new session's token.
  /// - Throws: `HandoverError`, and `ShopError.unknownMember` while the member is on the way here.
  package func enter(_ text: String) throws -> (to: String, token: String) {
    var handover = try HandoverTicket.read(text, with: linkKeys.all)
    handover.memberId = try member(handover.memberId)
    guard timestamp < handover.expiresAt,
      try !Members.isBuried(handover.memberId, in: database)
    else { throw HandoverError.expired(handover.expiresAt) }
    if let used = try Handovers.find(handover.handoverId, in: database)?.enteredAt,
      !takesAgain(handover)
    {
      throw HandoverError.used(used)
    }
    handover.enteredAt = timestamp
    try Handovers.put(handover, in: database)
    try publish(.handoverEntered, of: handover.handoverId, for: handover.memberId, handover)
    return (handover.to, try openSession(for: handover.memberId))
  }
}
