/// A kind of coupon that members may take.
package struct CouponOffer: Sendable, Equatable, Codable {
  package let offer: String
  package let name: String
  package let nameEn: String
  package let discount: Money
  /// The goods of an order must cost that much.
  package let minimum: Money
  /// How many a member may take.
  package let limit: Int
  /// How long a coupon is valid.
  package let days: Int
  /// The side that issues these coupons and decides about them.
  package let issuer: ShopSide
}
