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
    let (token, member) = try await shop.database.write { database in
      let id = try Credentials.login(
        phone: body.phone, password: body.password, in: database)
      return (
        try Sessions.open(for: id, in: database), try Members.show(id, in: database)
      )
    }
    return try .json(member, headers: [CookieCarrier.set(token)])
  }
}
