import MockKit

/// `POST /api/login`: finds the member by the WeChat user, else by the user's phone number.
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
    let known = try await shop.change(for: call) { change in
      try Bindings.member(openid: user.openid, in: change.database).map(change.logIn)
    }
    if let known { return try .json(known) }
    guard let phoneCode = body.phoneCode else { throw ShopError.notRegistered }
    let phone = try await wechat.phone(code: phoneCode)
    return try .json(try await bind(user, toMemberWith: phone, for: call))
  }

  private func bind(
    _ user: WeChatUser, toMemberWith phone: String, for call: Call
  ) async throws -> LoggedIn {
    try await shop.change(for: call) { change in
      guard let member = try Members.living(withPhone: phone, in: change.database) else {
        throw ShopError.notRegistered
      }
      try change.bind(user.binding(to: member))
      return try change.logIn(member)
    }
  }
}
