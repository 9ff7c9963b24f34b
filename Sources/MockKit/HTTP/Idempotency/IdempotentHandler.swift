import GRDB

/// Answers a request that comes again under its key as it was answered the first time.
///
/// The answer is kept by `ShopChange.answer` in the transaction of the change, so that neither is
/// there without the other; where a handler changes nothing, or in several steps, after it.
struct IdempotentHandler: Handler {
  let inner: any Handler
  let shop: Shop
  let running: RunningTickets
  let isRequired: Bool
  /// Whether the route opens a session: then the one that is carried does not say who asks.
  let opensSession: Bool

  func answer(_ call: Call) async throws -> Reply {
    guard let header = call.headers[IdempotencyKey.header] else {
      if isRequired { throw IdempotencyError.missingKey }
      return try await inner.answer(call)
    }
    let key = try IdempotencyKey(header)
    let ticket = IdempotencyTicket(key, of: try await caller(call), for: call)
    guard running.begin(ticket) else { throw IdempotencyError.inProgress(key.text) }
    defer { running.end(ticket) }
    let now = shop.clock.seconds
    let stored = try await shop.database.read {
      try StoredAnswers.find(ticket.id, now: now, in: $0)
    }
    guard let stored else { return try await carryOut(call, under: ticket) }
    guard stored.payload == ticket.payload else { throw IdempotencyError.reused(key.text) }
    return stored.reply.replayed
  }

  /// The phone number, which a member keeps when two are made one; else what a guest carries.
  private func caller(_ call: Call) async throws -> String {
    let token = opensSession ? nil : shop.carrier.token(of: call)
    let now = shop.clock.milliseconds
    let phone = try await shop.database.read { database -> String? in
      guard let session = try? Sessions.find(token, now: now, in: database) else { return nil }
      return try Members.require(session.member, in: database).phone
    }
    return phone ?? "guest \(opensSession ? "" : call.headers["authorization"] ?? "")"
  }

  private func carryOut(_ call: Call, under ticket: IdempotencyTicket) async throws -> Reply {
    var call = call
    call.ticket = ticket
    let reply = try await inner.reply(to: call)
    guard reply.isFinal, !ticket.isKept else { return reply }
    let now = shop.clock.seconds
    try await shop.database.write {
      try StoredAnswers.keep(reply, under: ticket, now: now, in: $0)
    }
    return reply
  }
}

extension Reply {
  /// Whether asking again would not do: it was done, or refused for what it is. Requests that were
  /// not understood, and those that were asked too early, may be corrected and sent again.
  fileprivate var isFinal: Bool {
    let isEarly = headers.contains { $0.name == "Retry-After" }
    return !isEarly && ((200..<300).contains(status) || status == 409)
  }

  fileprivate var replayed: Reply {
    Reply(
      status: status, contentType: contentType,
      headers: headers + [Header("Idempotent-Replayed", "true")], body: body)
  }
}

extension ShopChange {
  /// Keeps what the call is answered for when it is asked again under its idempotency key. The
  /// last thing in the transaction that makes the change.
  ///
  /// - Returns: the reply, unchanged.
  package func answer(_ reply: Reply) throws -> Reply {
    guard let ticket else { return reply }
    try StoredAnswers.keep(reply, under: ticket, now: shop.clock.seconds, in: database)
    database.afterNextTransaction { _ in ticket.isKept = true }
    return reply
  }
}
