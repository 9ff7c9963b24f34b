/// Adds the notice to what a read answers: while events of the member wait here for the other side,
/// or while the other side is not heard of, so that its events may wait there.
struct NoticingHandler: Handler {
  let inner: any Handler
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let reply = try await inner.answer(call)
    guard [200, 304].contains(reply.status), try await isDue(call), shop.tellsOfDelay(call)
    else { return reply }
    return SyncNotice.added(to: reply)
  }

  private func isDue(_ call: Call) async throws -> Bool {
    let relay = shop.relay
    if relay.hearing.isSilent { return true }
    guard relay.hasBacklog, let member = call.visitor.member else { return false }
    return try await shop.database.read { database in
      try MemberMerge.phones(of: member, in: database).contains {
        try relay.isWaiting($0) || Outbox.isDead($0, in: database)
      }
    }
  }
}
