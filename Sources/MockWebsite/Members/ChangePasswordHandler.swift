import MockKit

/// `PUT /api/member/password`: 204; every other session of the member ends, on both sides.
struct ChangePasswordHandler: Handler {
  private struct Body: Decodable {
    let old: String
    let new: String
  }

  let shop: Shop

  func answer(_ call: Call) async throws -> Reply {
    let body = try call.decode(Body.self)
    let credential = try Password.credential(body.new, field: "new")
    let token = shop.carrier.token(of: call)
    try await shop.change(as: call) { change, member in
      try Credentials.replace(body.old, by: credential, of: member, in: change.database)
      try change.endSessions(of: member, except: token)
    }
    return .empty()
  }
}
