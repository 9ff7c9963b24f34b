import MockKit

/// `POST /api/register`: makes a member of a WeChat user and logs in.
///
/// The mini-program keeps no passwords; one given here goes to the website, for logging in there. How
/// they came says the code of whoever invited them, and the entry that the page got.
struct RegisterHandler: Handler {
  private struct Body: Decodable {
    let code: String
    let phoneCode: String
    let name: String?
    let password: String?
    let referralCode: String?
    let entryKey: String?
  }

  let shop: Shop
  let wechat: WeChatClient

  func answer(_ call: Call) async throws -> Reply {
    let body = try call.decode(Body.self)
    let name = try body.name.map(MemberName.check)
    let credential = try body.password.map { try Password.credential($0) }
    if let key = body.entryKey { _ = try await shop.landed(key, for: call) }
    let user = try await wechat.user(code: body.code)
    let phone = try await wechat.phone(code: body.phoneCode)
    let registration = Registration(phone: phone, name: name, credential: credential)
    return try await shop.change(for: call) { change in
      let member = try change.register(registration)
      guard try change.member(of: user) == nil else { throw ShopError.alreadyRegistered }
      try change.bind(user.binding(to: member))
      try change.welcome(member, code: body.referralCode, entry: body.entryKey)
      return try change.answer(try .json(try change.logIn(member), status: 201))
    }
  }
}
