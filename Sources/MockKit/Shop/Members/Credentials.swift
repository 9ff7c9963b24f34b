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

  /// - Parameter old: must be the present password.
  package static func replace(
    _ old: String, by credential: Credential, of member: String, in database: Database
  ) throws {
    guard try accepts(old, of: member, in: database) else { throw ShopError.badCredentials }
    try set(credential, of: member, in: database)
  }

  static func remove(of member: String, in database: Database) throws {
    try database.run(sql: "DELETE FROM credentials WHERE member_id = ?", arguments: [member])
  }

  /// - Returns: the living member to whom the phone number and the password belong.
  package static func login(
    phone: String, password: String, in database: Database
  ) throws -> String {
    guard let member = try Members.living(withPhone: phone, in: database),
      try accepts(password, of: member, in: database)
    else { throw ShopError.badCredentials }
    return member
  }

  static func accepts(
    _ password: String, of member: String, in database: Database
  ) throws -> Bool {
    let sql = "SELECT salt, hash FROM credentials WHERE member_id = ?"
    guard let row = try database.row(sql: sql, arguments: [member]) else { return false }
    return Credential(salt: row["salt"], hash: row["hash"]).accepts(password)
  }
}
