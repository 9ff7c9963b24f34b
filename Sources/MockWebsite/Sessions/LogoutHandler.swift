import MockKit

/// `POST /api/logout`: 204, whether or not there was a session.
struct LogoutHandler: Handler {
  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    if let token = shop.carrier.token(of: call) {
      try await shop.database.write { try Sessions.close(token, in: $0) }
    }
    return .empty(headers: [CookieCarrier.expire])
  }
}
