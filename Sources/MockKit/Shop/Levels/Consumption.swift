import GRDB

/// What a member has bought.
enum Consumption {
  /// What all orders known here that were paid came to, less what was refunded of them.
  static func paid(by member: String, in database: Database) throws -> Money {
    let sql = """
      SELECT COALESCE(SUM(amount_fen - CASE status WHEN 'refunded'
        THEN CAST(ROUND(COALESCE(json_extract(body, '$.refundedAmount'), 0) * 100) AS INTEGER)
        ELSE 0 END), 0)
      FROM orders
      WHERE member_id = ? AND status IN ('paid', 'shipped', 'completed', 'refunded')
      """
    return Money(fen: try database.value(Int.self, sql: sql, arguments: [member]) ?? 0)
  }
}

extension ShopChange {
  /// Raises the level that a member's orders have reached, here and there. To be called wherever an
  /// order becomes paid or arrives as such, because each side counts those that it knows.
  func raiseLevel(of member: String) throws {
    let paid = try Consumption.paid(by: member, in: database)
    let reached = MemberLevel.reached(with: paid)
    guard try Members.raise(member, to: reached, in: database) else { return }
    try publish(
      .memberLevel, of: member, for: member, LevelReached(memberId: member, level: reached))
  }
}

/// A level as it travels; it never falls, so it may come late and more than once.
struct LevelReached: Sendable, Codable {
  let memberId: String
  let level: MemberLevel
}

extension LinkApplier {
  func raise(_ reached: LevelReached) throws {
    _ = try Members.raise(known(reached.memberId), to: reached.level, in: database)
  }
}
