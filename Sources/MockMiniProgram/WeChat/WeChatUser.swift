import MockKit

/// Who logged in, as the WeChat platform says.
struct WeChatUser: Sendable {
  let openid: String
  let unionid: String?

  func binding(to member: String) -> Binding {
    Binding(memberId: member, openid: openid, unionid: unionid)
  }
}

extension ShopChange {
  /// Found by the `openid`, else by the `unionid`, which one person has in all apps of a company.
  func member(of user: WeChatUser) throws -> String? {
    try Bindings.member(openid: user.openid, in: database)
      ?? Bindings.member(unionid: user.unionid, in: database)
  }
}
