/// An order as both platforms show it and as it travels.
package struct Order: Sendable, Equatable, Codable {
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
  package var status: Status
  /// Rises by one with every change; a lower one never replaces a higher one.
  package var version: Int
  package let amount: Money
  package let items: [Item]
  package let address: Address
  /// RFC 3339 with milliseconds.
  package let createdAt: String
  package let origin: ShopSide
}
