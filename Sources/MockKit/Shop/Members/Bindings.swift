package import GRDB

/// A WeChat user who is a member.
package struct Binding: Sendable, Equatable, Codable {
  /// Under the id that the member had then.
  package let memberId: String
  package let openid: String
  package let unionid: String?
  /// When, in ms since 1970; where it is absent, when it arrived.
  package var atMs: Int64?

  package init(memberId: String, openid: String, unionid: String?, atMs: Int64? = nil) {
    self.memberId = memberId
    self.openid = openid
    self.unionid = unionid
    self.atMs = atMs
  }
}

/// Which WeChat user is which member. A member may have several, a user is one member: the one who
/// was bound last. A binding ends with the unbinding of its member; its row stays, so that an older
/// one that arrives late does not come to life.
package enum Bindings {
  static let schema = """
    CREATE TABLE bindings (
      openid TEXT PRIMARY KEY, unionid TEXT, member_id TEXT NOT NULL, bound_as TEXT NOT NULL,
      at_ms INTEGER NOT NULL);
    CREATE INDEX bindings_by_unionid ON bindings (unionid);
    CREATE INDEX bindings_by_member ON bindings (member_id);
    CREATE TABLE unbindings (member_id TEXT PRIMARY KEY, at_ms INTEGER NOT NULL);
    """

  private static let living = """
    FROM bindings JOIN members ON members.id = bindings.member_id
    LEFT JOIN unbindings ON unbindings.member_id = bound_as
    WHERE deleted = 0 AND bindings.at_ms > COALESCE(unbindings.at_ms, -1)
    """

  /// - Parameter member: under the id it lives on here.
  package static func set(
    _ binding: Binding, as member: String, atMs: Int64, in database: Database
  ) throws {
    try database.run(
      sql: """
        INSERT INTO bindings (openid, unionid, member_id, bound_as, at_ms) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (openid) DO UPDATE SET
          unionid = excluded.unionid, member_id = excluded.member_id,
          bound_as = excluded.bound_as, at_ms = excluded.at_ms
        WHERE (excluded.at_ms, bound_as) > (at_ms, excluded.bound_as)
        """,
      arguments: [binding.openid, binding.unionid, member, binding.memberId, atMs])
  }

  /// - Returns: the living member; nothing where the member is gone.
  package static func member(openid: String, in database: Database) throws -> String? {
    try database.value(
      String.self, sql: "SELECT members.id \(living) AND openid = ?", arguments: [openid])
  }

  /// The same person under another app's `openid`.
  package static func member(unionid: String?, in database: Database) throws -> String? {
    guard let unionid else { return nil }
    return try database.value(
      String.self,
      sql: "SELECT members.id \(living) AND unionid = ? ORDER BY bindings.at_ms DESC LIMIT 1",
      arguments: [unionid])
  }

  /// The moment after which a new binding of the user, or of the member, must come.
  static func last(
    of openid: String, _ member: String, in database: Database
  ) throws -> Int64 {
    let sql = """
      SELECT MAX(at_ms) FROM (
        SELECT at_ms FROM bindings WHERE openid = ?1 OR member_id = ?2
        UNION ALL SELECT at_ms FROM unbindings WHERE member_id = ?2)
      """
    return try database.value(Int64.self, sql: sql, arguments: [openid, member]) ?? -1
  }

  /// Ends what was bound as one of these up to that moment.
  static func end(_ ids: [String], atMs: Int64, in database: Database) throws {
    for id in ids {
      try database.run(
        sql: """
          INSERT INTO unbindings (member_id, at_ms) VALUES (?, ?)
          ON CONFLICT (member_id) DO UPDATE SET at_ms = MAX(at_ms, excluded.at_ms)
          """,
        arguments: [id, atMs])
    }
  }

  /// The WeChat user of a member; the one bound last where there are several.
  static func openid(of member: String, in database: Database) throws -> String? {
    let sql = """
      SELECT openid \(living) AND bindings.member_id = ?
      ORDER BY bindings.at_ms DESC, openid LIMIT 1
      """
    return try database.value(String.self, sql: sql, arguments: [member])
  }
}
