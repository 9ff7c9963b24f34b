import MockKit

/// Who logged in, as the WeChat platform says.
struct WeChatUser: Sendable {
  let openid: String
  let unionid: String?

  func binding(to member: String) -> Binding {
    Binding(memberId: member, openid: openid, unionid: unionid)
  }
}
