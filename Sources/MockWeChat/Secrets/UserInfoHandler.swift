import MockKit

/// `POST /_control/devices/{openid}/user-info` `{api?}`: what `wx.getUserInfo` gives, or
/// `wx.getUserProfile`, whose encrypted data has no openid and no unionid.
struct UserInfoHandler: Handler {
  private enum Interface: String, Decodable {
    case getUserInfo, getUserProfile
  }

  private struct Body: Decodable {
    enum CodingKeys: String, CodingKey, CaseIterable {
      case api
    }

    let api: Interface?
  }

  private struct UserInfo: Encodable {
    let rawData: String
    let signature: String
    let encryptedData: String
    let iv: String
  }

  let context: WeChatContext

  func answer(_ call: Call) async throws -> Reply {
    let api = call.body.isEmpty ? nil : try call.control(Body.self, Body.CodingKeys.self).api
    let device = try Device(of: call, in: context)
    let profile = context.profiles.profile(of: device.owner.identity).fields
    let raw = WeChatValue.object(profile).plainJSON
    let (open, union) = ids(of: device, api ?? .getUserInfo)
    let sealed = try device.seal(
      open + profile + union + [("watermark", device.watermark.value)])
    return try .json(
      UserInfo(
        rawData: raw, signature: device.signature(ofRaw: raw),
        encryptedData: sealed.encryptedData, iv: sealed.iv))
  }

  private typealias Fields = [(String, WeChatValue)]

  private func ids(of device: Device, _ api: Interface) -> (open: Fields, union: Fields) {
    guard api == .getUserInfo else { return ([], []) }
    let identity = device.owner.identity
    let isBound = context.apps.find(device.appid)?.isBound == true
    return (
      [("openId", .text(identity.openid))], isBound ? [("unionId", .text(identity.unionid))] : []
    )
  }
}

/// `PUT /_control/devices/{openid}/profile`: who the user is to mini-programs and websites from now
/// on; a field that is left out stays what it is without a profile.
struct SetProfileHandler: Handler {
  private struct Body: Decodable {
    enum CodingKeys: String, CodingKey, CaseIterable {
      case nickName, gender, language, city, province, country, avatarUrl
    }

    let nickName: String?
    let gender: Int?
    let language: String?
    let city: String?
    let province: String?
    let country: String?
    let avatarUrl: String?
  }

  let context: WeChatContext

  func answer(_ call: Call) async throws -> Reply {
    let body = try call.control(Body.self, Body.CodingKeys.self)
    let openid = call.parameters["openid"] ?? ""
    guard let person = context.people.find(openid) else { throw DeviceProblem(openid: openid) }
    if let gender = body.gender, !(0...2).contains(gender) {
      throw InvalidRequest(field: "gender", reason: .outside("0 (unknown), 1 (male) or 2 (female)"))
    }
    context.profiles.set(profile(body), of: person.owner.identity)
    return .empty()
  }

  private func profile(_ body: Body) -> WeChatProfile {
    var profile = WeChatProfile()
    profile.nickName = body.nickName
    profile.gender = body.gender ?? profile.gender
    profile.language = body.language ?? profile.language
    profile.city = body.city ?? profile.city
    profile.province = body.province ?? profile.province
    profile.country = body.country ?? profile.country
    profile.avatarUrl = body.avatarUrl ?? profile.avatarUrl
    return profile
  }
}
