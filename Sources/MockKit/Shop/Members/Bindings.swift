package import GRDB

/// A WeChat user who is a member.
package struct Binding: Sendable, Equatable, Codable {
  package let memberId: String
  package let openid: String
  package let unionid: String?

  package init(memberId: String, openid: String, unionid: String?) {
    self.memberId = memberId
    self.openid = openid
    self.unionid = unionid
  }
}

/// Which WeChat user is which member. A member may have several, a user is one member.
package enum Bindings {
  static let schema = """
    CREATE TABLE bindings (openid TEXT PRIMARY KEY, unionid TEXT, member_id TEXT NOT NULL);
    CREATE INDEX bindings_by_member ON bindings (member_id);
    """

  package static func set(_ binding: Binding, in database: Database) throws {
    try database.run(
      sql: "INSERT OR REPLACE INTO bindings (openid, unionid, member_id) VALUES (?, ?, ?)",
      arguments: [binding.openid, binding.unionid, binding.memberId])
  }

  /// - Returns: the living member; nothing where the member is gone.
  package static func member(openid: String, in database: Database) throws -> String? {
    let sql = """
      SELECT member_id FROM bindings JOIN members ON members.id = member_id
      WHERE openid = ? AND deleted = 0
      """
    return try database.value(String.self, sql: sql, arguments: [openid])
  }

  /// The WeChat user of a member; the one bound last where there are several.
  static func openid(of member: String, in database: Database) throws -> String? {
    let sql = "SELECT openid FROM bindings WHERE member_id = ? ORDER BY rowid DESC LIMIT 1"
    return try database.value(String.self, sql: sql, arguments: [member])
  }
}
