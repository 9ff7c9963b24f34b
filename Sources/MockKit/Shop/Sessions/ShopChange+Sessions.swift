/// The end of a member's sessions on the other side.
struct EndedSessions: Sendable, Codable {
  let memberId: String
  /// Those that were opened up to this moment end, in ms since 1970; so a login that came later lives,
  /// however late this arrives.
  let atMs: Int64
}

extension ShopChange {
  /// - Returns: the new session's token: 32 random hexadecimal digits.
  package func openSession(for member: String) throws -> String {
    try Sessions.sweep(now: milliseconds, in: database)
    let token = Hexadecimal.random(bytes: 16)
    try Sessions.insert(token, for: member, now: milliseconds, in: database)
    return token
  }

  /// Ends a member's sessions here and there.
  ///
  /// - Parameter token: the one that goes on.
  package func endSessions(of member: String, except token: String? = nil) throws {
    try Sessions.close(
      token.map(Sessions.Range.others) ?? .all, of: member, in: database)
    try publish(
      .sessionsEnded, of: member, for: member,
      EndedSessions(memberId: member, atMs: milliseconds))
  }
}

extension LinkApplier {
  func end(_ ended: EndedSessions) throws {
    try Sessions.close(.upTo(ended.atMs), of: try known(ended.memberId), in: database)
  }
}
