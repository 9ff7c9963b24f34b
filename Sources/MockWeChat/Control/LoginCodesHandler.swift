import MockKit

/// `POST /_control/login-codes`: what `wx.login` and the phone number button would give an app.
struct LoginCodesHandler: Handler {
  private struct Body: Decodable {
    enum CodingKeys: String, CodingKey, CaseIterable {
      case phone, countryCode, openid, unionid, appid
    }

    let phone: String
    /// The phone's area code where it is a foreign one.
    let countryCode: String?
    /// Another WeChat user than the phone's own.
    let openid: String?
    /// Who that user is in all apps of the company.
    let unionid: String?
    /// Another mini-program than the set's.
    let appid: String?
  }

  private struct Codes: Encodable {
    let code: String
    let phoneCode: String
    let openid: String
    let unionid: String
  }

  let context: WeChatContext
  let loginCodes: CodeBook
  let phoneCodes: CodeBook

  func answer(_ call: Call) async throws -> Reply {
    let body = try call.control(Body.self, Body.CodingKeys.self)
    let app = try context.apps.choose(body.appid, kind: .mini)
    let owner = context.people.meet(try owner(body), in: app)
    context.sessions.logIn(owner.identity.openid)
    return try .json(
      Codes(
        code: loginCodes.issue(to: owner, in: app), phoneCode: phoneCodes.issue(to: owner, in: app),
        openid: owner.identity.openid, unionid: owner.identity.unionid))
  }

  private func owner(_ body: Body) throws -> WeChatOwner {
    let area = body.countryCode ?? "86"
    try PhoneCheck.check(body.phone, countryCode: area)
    let user =
      body.openid.map { WeChatIdentity(openid: $0, seed: context.seed) }
      ?? WeChatIdentity(
        of: area == "86" ? body.phone : "+\(area)\(body.phone)", seed: context.seed)
    return WeChatOwner(
      phone: body.phone,
      identity: WeChatIdentity(openid: user.openid, unionid: body.unionid ?? user.unionid),
      countryCode: area)
  }
}

/// Which phone numbers WeChat users may have here.
enum PhoneCheck {
  static func check(_ phone: String, countryCode: String) throws {
    guard countryCode != "86" else { return try MobileNumber.check(phone) }
    try check(countryCode, "countryCode", (1...4), "an area code of 1 to 4 digits, without a plus")
    try check(phone, "phone", (4...14), "a number of 4 to 14 digits, without its area code")
  }

  private static func check(
    _ text: String, _ field: String, _ lengths: ClosedRange<Int>, _ expected: String
  ) throws(InvalidRequest) {
    let isDigits = text.unicodeScalars.allSatisfy { ("0"..."9").contains($0) }
    guard isDigits, lengths.contains(text.utf8.count),
      !(field == "countryCode" && text.hasPrefix("0"))
    else { throw InvalidRequest(field: field, reason: .outside(expected)) }
  }
}

extension AppBook {
  /// The app that a control names, the first of its kind where it names none.
  func choose(_ appid: String?, kind: SeedData.App.Kind) throws(InvalidRequest) -> SeedData.App {
    let fitting = all.filter { $0.kind == kind }
    guard let app = fitting.first(where: { appid == nil || $0.appid == appid }) else {
      let known = fitting.map(\.appid).joined(separator: ", ")
      throw InvalidRequest(
        field: "appid", reason: .outside("the appid of an app of kind \(kind.rawValue): \(known)"))
    }
    return app
  }
}
