/// What a shop refuses.
package enum ShopError: Error, Sendable, Equatable {
  case phoneTaken(String)
  case invalidPhone(String)
  case badCredentials
  case notLoggedIn
  case notEnoughPoints(balance: Int)
  case notRegistered
  /// The WeChat user is a member already.
  case alreadyRegistered
  case invalidCode(String)
  case wechatUnavailable(String)
  /// An event speaks of a member that has not arrived yet.
  case unknownMember(String)
}
