/// `POST /api/logout`: 204, whether or not there was a session.
package struct LogoutHandler: Handler {
  private struct Body: Decodable {
    let everywhere: Bool?
  }

  private let shop: Shop
  private let headers: [Reply.Header]

  /// - Parameter headers: what makes the client forget the token.
  package init(shop: Shop, headers: [Reply.Header] = []) {
    self.shop = shop
    self.headers = headers
  }

  package func answer(_ call: Call) async throws -> Reply {
    let everywhere =
      call.body.isEmpty ? false : try call.decode(Body.self).everywhere ?? false
    if let token = shop.carrier.token(of: call) {
      try await shop.change(for: call) { try $0.logOut(token, everywhere: everywhere) }
    }
    return .empty(headers: headers)
  }
}

extension ShopChange {
  fileprivate func logOut(_ token: String, everywhere: Bool) throws {
    guard everywhere else { return try Sessions.close(token, in: database) }
    guard let session = try? Sessions.find(token, now: milliseconds, in: database) else { return }
    try endSessions(of: session.member)
  }
}
