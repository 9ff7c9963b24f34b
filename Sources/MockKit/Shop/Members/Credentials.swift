package import GRDB

/// The passwords of the members who have one.
package enum Credentials {
  static let schema = """
    CREATE TABLE credentials (member_id TEXT PRIMARY KEY, salt TEXT NOT NULL, hash TEXT NOT NULL)
    """

  package static func set(
    _ credential: Credential, of member: String, in database: Database
  ) throws {
    try database.run(
      sql: "INSERT OR REPLACE INTO credentials (member_id, salt, hash) VALUES (?, ?, ?)",
      arguments: [member, credential.salt, credential.hash])
  }

  /// Takes a password that was chosen elsewhere, unless the member already has one.
  static func adopt(_ credential: Credential, of member: String, in database: Database) throws {
    try database.run(
      sql: "INSERT OR IGNORE INTO credentials (member_id, salt, hash) VALUES (?, ?, ?)",
      arguments: [member, credential.salt, credential.hash])
  }

  static func remove(of member: String, in database: Database) throws {
    try database.run(sql: "DELETE FROM credentials WHERE member_id = ?", arguments: [member])
  }

  /// - Returns: the living member to whom the phone number and the password belong.
  package static func login(
    phone: String, password: String, in database: Database
  ) throws -> String {
    let sql = """
      SELECT member_id, salt, hash FROM credentials JOIN members ON members.id = member_id
      WHERE phone = ? AND deleted = 0
      """
    let row = try database.row(sql: sql, arguments: [phone])
    guard let row, Credential(salt: row["salt"], hash: row["hash"]).accepts(password) else {
      throw ShopError.badCredentials
    }
    return row["member_id"]
  }
}
