/// A coupon as both platforms show it and as it travels.
package struct Coupon: Sendable, Equatable, Codable {
  package enum Status: String, Sendable, Codable {
    case issued, reserved, redeemed
    /// Never written down: it follows from the time.
    case expired
  }

  package let couponId: String
  package let offer: String
  package var memberId: String
  package let name: String
  package let discount: Money
  package let minimum: Money
  package internal(set) var status: Status
  /// The order that has reserved or redeemed it.
  package internal(set) var orderId: String?
  /// RFC 3339.
  package let validUntil: String
  /// Rises by one with every change; a lower one never replaces a higher one.
  package internal(set) var version: Int
  /// The side that issued it and decides about it.
  package let origin: ShopSide

  /// As it is shown then. One that an order has reserved in time stays usable for that order.
  package func seen(at timestamp: String) -> Coupon {
    guard status == .issued, validUntil <= timestamp else { return self }
    var expired = self
    expired.status = .expired
    expired.version += 1
    return expired
  }
}
