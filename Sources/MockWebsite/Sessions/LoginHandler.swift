import MockKit

/// `POST /api/login`.
struct LoginHandler: Handler {
  private struct Body: Decodable {
    let phone: String
    let password: String
  }

  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let body = try call.decode(Body.self)
    let (token, member) = try await shop.change(for: call) { change in
      let id = try Credentials.login(
        phone: body.phone, password: body.password, in: change.database)
      return (try change.openSession(for: id), try Members.show(id, in: change.database))
    }
    return try .json(member, headers: [CookieCarrier.set(token)])
  }
}
