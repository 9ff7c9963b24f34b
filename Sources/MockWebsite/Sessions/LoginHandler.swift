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
    return try await shop.change(for: call) { change in
      let id = try Credentials.login(
        phone: body.phone, password: body.password, in: change.database)
      let cookie = try CookieCarrier.open(for: id, in: change)
      let member = try Members.show(id, in: change.database)
      return try change.answer(try .json(member, headers: [cookie]))
    }
  }
}
