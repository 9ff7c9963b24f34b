import MockKit

/// `POST /api/register`: makes a member and logs in.
struct RegisterHandler: Handler {
  private struct Body: Decodable {
    let phone: String
    let password: String
    let name: String?
  }

  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let body = try call.decode(Body.self)
    let registration = Registration(
      phone: body.phone, name: try body.name.map(MemberName.check),
      credential: try Password.credential(body.password))
    return try await shop.change(for: call) { change in
      let id = try change.register(registration)
      let cookie = try CookieCarrier.open(for: id, in: change)
      let member = try Members.show(id, in: change.database)
      return try change.answer(try .json(member, status: 201, headers: [cookie]))
    }
  }
}
