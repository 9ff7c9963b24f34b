import MockKit

/// `POST /api/login`: finds the member by the WeChat user and by the user's phone number; where these
/// are two members, they are one person and become one.
struct LoginHandler: Handler {
  private struct Body: Decodable {
    let code: String
    let phoneCode: String?
  }

  let shop: Shop
  let wechat: WeChatClient

  func answer(_ call: Call) async throws -> Reply {
    let body = try call.decode(Body.self)
    let user = try await wechat.user(code: body.code)
    let phone: String? =
      if let code = body.phoneCode { try await wechat.phone(code: code) } else { nil }
    return try await shop.change(for: call) { change in
      try change.answer(try .json(try change.logIn(user, phone: phone)))
    }
  }
}

extension ShopChange {
  fileprivate func logIn(_ user: WeChatUser, phone: String?) throws -> LoggedIn {
    let bound = try Bindings.member(openid: user.openid, in: database)
    let found = [
      try self.member(of: user),
      try phone.flatMap { try Members.living(withPhone: $0, in: database) },
    ].compactMap { $0 }
    guard let first = found.first, let last = found.last else { throw ShopError.notRegistered }
    let member = try mismerged(try merge(first, with: last))
    if bound == nil { try bind(user.binding(to: member)) }
    return try logIn(member)
  }
}
