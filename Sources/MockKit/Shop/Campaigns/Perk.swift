import GRDB

/// What a member gets for three purchases in the mini-program: a coupon that nobody can take otherwise.
/// The website gives it, for it issues the coupon.
struct Perk: Sendable, Codable {
  static let needed = 3
  static let offer = CouponOffer(
    offer: "three-purchases", name: "三单礼", nameEn: "Three purchases",
    discount: Money(fen: 20_00), minimum: Money(fen: 0), limit: 1, days: 30, issuer: .web)

  let perk: String
  let name: String
  let nameEn: String
  let needed: Int
  /// Those that were paid and not refunded, up to as many as are needed; all of them once the perk
  /// was given, which is for good.
  let purchases: Int
  /// Absent until it is given.
  let couponId: String?

  /// As far as this side knows.
  static func show(_ member: String, in database: Database) throws -> Perk {
    let coupon = try coupon(of: member, in: database)
    let purchases = try coupon == nil ? purchases(by: member, in: database) : needed
    return Perk(
      perk: offer.offer, name: offer.name, nameEn: offer.nameEn, needed: needed,
      purchases: min(needed, purchases), couponId: coupon)
  }

  /// The id of the coupon; of two after a merge the one that ends first.
  static func coupon(of member: String, in database: Database) throws -> String? {
    try database.value(
      String.self,
      sql: "SELECT id FROM coupons WHERE member_id = ? AND offer = ? ORDER BY valid_until, id",
      arguments: [member, offer.offer])
  }

  /// In the mini-program, as far as this side knows.
  static func purchases(by member: String, in database: Database) throws -> Int {
    let sql = """
      SELECT COUNT(*) FROM orders
      WHERE member_id = ? AND origin = 'mini' AND status IN ('paid', 'shipped', 'completed')
      """
    return try database.value(Int.self, sql: sql, arguments: [member]) ?? 0
  }
}

extension ShopChange {
  /// To be called wherever the website may have heard of another purchase. The coupon's id follows
  /// from the member's, so it is given once.
  func givePerk(to member: String) throws {
    guard side == Perk.offer.issuer, try !Members.isBuried(member, in: database),
      try Perk.coupon(of: member, in: database) == nil,
      try isEnough(Perk.purchases(by: member, in: database), for: member)
    else { return }
    try issue(Perk.offer, to: member, as: "cp_perk_\(member)")
  }
}
