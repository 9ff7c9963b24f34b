/// An order as both platforms show it and as it travels.
package struct Order: Equatable, VersionedRecord {
  package enum Status: String, Sendable, Codable, CaseIterable {
    case created, paid, shipped, completed, cancelled, refunded
  }

  package struct Item: Sendable, Equatable, Codable {
    package let sku: String
    package let name: String
    package let quantity: Int
    package let price: Money
  }

  package struct Address: Sendable, Equatable, Codable {
    package let name: String
    package let phone: String
    package let line: String
  }

  package let orderId: String
  package var memberId: String
  /// Where it was made, and where everything about it is decided.
  package let origin: ShopSide
  package var status: Status
  /// Rises by one with every change; a lower one never replaces a higher one.
  package var version: Int
  package let items: [Item]
  package let price: Price
  package let couponId: String?
  /// The group it was bought with.
  package var groupId: String?
  package let address: Address
  package let createdAt: String
  package var moments = Moments()
  /// What the member got back.
  package var refundedAmount: Money?

  package var amount: Money { price.amount }
}
