package import GRDB

/// Who is logged in.
package enum Sessions {
  static let schema = """
    CREATE TABLE sessions (token TEXT PRIMARY KEY, member_id TEXT NOT NULL)
    """

  /// - Returns: the new session's token: 32 random hexadecimal digits.
  package static func open(for member: String, in database: Database) throws -> String {
    let token = Hexadecimal.random(bytes: 16)
    try database.run(
      sql: "INSERT INTO sessions (token, member_id) VALUES (?, ?)", arguments: [token, member])
    return token
  }

  package static func close(_ token: String, in database: Database) throws {
    try database.run(sql: "DELETE FROM sessions WHERE token = ?", arguments: [token])
  }

  static func closeAll(of member: String, in database: Database) throws {
    try database.run(sql: "DELETE FROM sessions WHERE member_id = ?", arguments: [member])
  }

  /// - Returns: the id of the living member who is logged in.
  static func member(of token: String?, in database: Database) throws -> String {
    let sql = """
      SELECT members.id FROM sessions JOIN members ON members.id = sessions.member_id
      WHERE token = ? AND deleted = 0
      """
    guard let token, let id = try database.value(String.self, sql: sql, arguments: [token]) else {
      throw ShopError.notLoggedIn
    }
    return id
  }
}
