import GRDB

/// The coupons one side knows, its own and those that came over the link.
enum Coupons {
  static let schema = """
    CREATE TABLE coupons (
      id TEXT PRIMARY KEY, offer TEXT NOT NULL, member_id TEXT NOT NULL, name TEXT NOT NULL,
      discount_fen INTEGER NOT NULL, minimum_fen INTEGER NOT NULL, status TEXT NOT NULL,
      order_id TEXT, valid_until TEXT NOT NULL, version INTEGER NOT NULL, origin TEXT NOT NULL);
    CREATE INDEX coupons_by_member ON coupons (member_id, valid_until);
    CREATE TABLE coupon_refusals (
      coupon_id TEXT NOT NULL, order_id TEXT NOT NULL,
      PRIMARY KEY (coupon_id, order_id)) WITHOUT ROWID;
    """

  /// Those that end soonest first.
  static func page(
    _ request: PageRequest, of member: String, in database: Database
  ) throws -> [Coupon] {
    let rows = try request.fetch(
      "SELECT * FROM coupons WHERE member_id = ?", by: ["valid_until", "id"],
      arguments: [member], in: database)
    return rows.map(Coupon.init)
  }

  static func find(_ id: String, in database: Database) throws -> Coupon? {
    try database.row(sql: "SELECT * FROM coupons WHERE id = ?", arguments: [id])
      .map(Coupon.init)
  }

  /// Someone else's coupon is not found either.
  static func find(_ id: String, of member: String, in database: Database) throws -> Coupon {
    guard let coupon = try find(id, in: database), coupon.memberId == member else {
      throw CouponError.notFound(id)
    }
    return coupon
  }

  static func count(_ offer: String, of member: String, in database: Database) throws -> Int {
    let sql = "SELECT COUNT(*) FROM coupons WHERE member_id = ? AND offer = ?"
    return try database.value(Int.self, sql: sql, arguments: [member, offer]) ?? 0
  }

  /// Writes a coupon down; an older state of it changes nothing.
  static func put(_ coupon: Coupon, in database: Database) throws {
    try database.run(
      sql: """
        INSERT INTO coupons (id, offer, member_id, name, discount_fen, minimum_fen, status,
          order_id, valid_until, version, origin)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET
          status = excluded.status, order_id = excluded.order_id, version = excluded.version
        WHERE excluded.version > version
        """,
      arguments: [
        coupon.couponId, coupon.offer, coupon.memberId, coupon.name, coupon.discount.fen,
        coupon.minimum.fen, coupon.status.rawValue, coupon.orderId, coupon.validUntil,
        coupon.version, coupon.origin.rawValue,
      ])
  }

  /// Notes that an order gave a coupon back, for its reservation may still be on its way.
  static func refuse(_ id: String, to order: String, in database: Database) throws {
    try database.run(
      sql: "INSERT OR IGNORE INTO coupon_refusals (coupon_id, order_id) VALUES (?, ?)",
      arguments: [id, order])
  }

  static func isRefused(_ id: String, to order: String, in database: Database) throws -> Bool {
    let sql =
      "SELECT EXISTS (SELECT 1 FROM coupon_refusals WHERE coupon_id = ? AND order_id = ?)"
    return try database.value(Bool.self, sql: sql, arguments: [id, order]) ?? false
  }
}

extension Coupon {
  fileprivate init(_ row: Row) {
    self.init(
      couponId: row["id"], offer: row["offer"], memberId: row["member_id"], name: row["name"],
      discount: Money(fen: row["discount_fen"]), minimum: Money(fen: row["minimum_fen"]),
      status: Status(rawValue: row["status"]) ?? .redeemed, orderId: row["order_id"],
      validUntil: row["valid_until"], version: row["version"],
      origin: ShopSide(rawValue: row["origin"]) ?? .web)
  }
}
