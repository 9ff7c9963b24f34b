/// Who a WeChat user is to the app: always the same for the same seed and person.
package struct WeChatIdentity: Sendable, Equatable {
  package let openid: String
  package let unionid: String

  /// - Parameter person: a phone number, or whatever else tells people apart.
  package init(of person: String, seed: UInt64) {
    let hash = SeededHash(seed: seed)
    self.init(openid: "o" + hash.letters("openid|\(person)", count: 27), seed: seed)
  }

  package init(openid: String, unionid: String) {
    self.openid = openid
    self.unionid = unionid
  }

  package init(openid: String, seed: UInt64) {
    self.openid = openid
    unionid = "o" + SeededHash(seed: seed).letters("unionid|\(openid)", count: 27)
  }
}

extension WeChatIdentity {
  /// The same person in an app other than the set's mini-program: another openid, the same unionid.
  package func inApp(_ appid: String, seed: UInt64) -> WeChatIdentity {
    let hash = SeededHash(seed: seed)
    return WeChatIdentity(
      openid: "o" + hash.letters("openid|\(appid)|\(unionid)", count: 27), unionid: unionid)
  }
}
