import MockKit

/// A member the set begins with, to log in with.
package struct MockAccount: Sendable, Equatable {
  package enum Kind: String, Sendable {
    case linked, websiteOnly, miniProgramOnly
  }

  package let kind: Kind
  package let phone: String
  package let name: String
  /// For the website.
  package let password: String?
  /// For the mini-program.
  package let openid: String?
}

extension MockAccount {
  static func all(of data: SeedData, seed: UInt64) -> [MockAccount] {
    data.accounts.map { account in
      MockAccount(
        kind: account.password == nil ? .miniProgramOnly : account.wechat ? .linked : .websiteOnly,
        phone: account.phone, name: account.name, password: account.password,
        openid: account.wechat ? WeChatIdentity(of: account.phone, seed: seed).openid : nil)
    }
  }
}
