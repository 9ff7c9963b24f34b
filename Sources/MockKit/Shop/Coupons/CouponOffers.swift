/// The offers.
enum CouponOffers: SeededRecords {
  static let table = "coupon_offers"

  static func name(of record: CouponOffer) -> String { record.offer }

  static func missing(_: String) -> any Error {
    InvalidRequest(field: "offer", reason: .outside("an offer of /api/coupon-offers"))
  }
}
