/// Takes one use of the package whose code a clerk has scanned; asked by the counter system.
struct RedeemCode: PeerCommand {
  static let type = "package.redeem"

  let code: String

  func decide(_ change: ShopChange) throws -> Redemption { try change.redeem(code) }
}

/// One use of a package.
package struct Redemption: Sendable, Codable {
  package let redemptionId: String
  package let packageId: String
  package let name: String
  package let nameEn: String
  /// How many uses it took.
  package let uses: Int
  package let usesLeft: Int
  package let redeemedAt: String
}
