import Foundation
import GRDB

/// The offers, in their order.
enum CouponOffers {
  static let schema = """
    CREATE TABLE coupon_offers (offer TEXT PRIMARY KEY, position INTEGER NOT NULL, body BLOB NOT NULL)
    """

  static func insert(_ offer: CouponOffer, at position: Int, in database: Database) throws {
    try database.run(
      sql: "INSERT INTO coupon_offers (offer, position, body) VALUES (?, ?, ?)",
      arguments: [offer.offer, position, try JSONText.data(offer)])
  }

  static func all(in database: Database) throws -> [CouponOffer] {
    try database.rows(sql: "SELECT body FROM coupon_offers ORDER BY position").map(read)
  }

  static func require(_ offer: String, in database: Database) throws -> CouponOffer {
    let sql = "SELECT body FROM coupon_offers WHERE offer = ?"
    guard let row = try database.row(sql: sql, arguments: [offer]) else {
      throw InvalidRequest(field: "offer", reason: .outside("an offer of /api/coupon-offers"))
    }
    return try read(row)
  }

  private static func read(_ row: Row) throws -> CouponOffer {
    try JSONDecoder().decode(CouponOffer.self, from: row["body"])
  }
}
