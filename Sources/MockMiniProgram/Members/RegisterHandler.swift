import MockKit

/// `POST /api/register`: makes a member of a WeChat user and logs in.
///
/// The mini-program keeps no passwords; one given here goes to the website, for logging in there.
struct RegisterHandler: Handler {
  private struct Body: Decodable {
    let code: String
    let phoneCode: String
    let name: String?
    let password: String?
  }

  let shop: Shop
  let wechat: WeChatClient

  func answer(_ call: Call) async throws -> Reply {
    let body = try call.decode(Body.self)
    let name = try body.name.map(MemberName.check)
    let credential = try body.password.map { try Password.credential($0) }
    let user = try await wechat.user(code: body.code)
    let phone = try await wechat.phone(code: body.phoneCode)
    let registration = Registration(phone: phone, name: name, credential: credential)
    let answer = try await shop.change(for: call) { change in
      let member = try change.register(registration)
      guard try change.member(of: user) == nil else { throw ShopError.alreadyRegistered }
      try change.bind(user.binding(to: member))
      return try change.logIn(member)
    }
    return try .json(answer, status: 201)
  }
}
