import GRDB

/// Who is logged in. A session ends when it was not used for a week.
enum Sessions {
  /// In ms; counted from the last use.
  static let life: Int64 = 7 * 86_400_000
  /// A use is written down this often at most, in ms.
  private static let grain: Int64 = 60_000

  static let schema = """
    CREATE TABLE sessions (
      token TEXT PRIMARY KEY, member_id TEXT NOT NULL, opened_ms INTEGER NOT NULL,
      used_ms INTEGER NOT NULL);
    CREATE INDEX sessions_by_member ON sessions (member_id);
    CREATE INDEX sessions_by_use ON sessions (used_ms);
    """

  /// A session that lives.
  struct Session: Sendable {
    let member: String
    /// Whether its use is worth writing down.
    let isStale: Bool
  }

  enum Range: Sendable {
    case all
    /// Those that were open at that moment, in ms since 1970.
    case upTo(Int64)
    case others(than: String)
  }

  static func insert(
    _ token: String, for member: String, now: Int64, in database: Database
  ) throws {
    try database.run(
      sql: "INSERT INTO sessions (token, member_id, opened_ms, used_ms) VALUES (?, ?, ?, ?)",
      arguments: [token, member, now, now])
  }

  static func close(_ token: String, in database: Database) throws {
    try database.run(sql: "DELETE FROM sessions WHERE token = ?", arguments: [token])
  }

  static func close(_ range: Range, of member: String, in database: Database) throws {
    let (condition, argument): (String, any DatabaseValueConvertible) =
      switch range {
      case .all: ("? = ''", "")
      case .upTo(let moment): ("opened_ms <= ?", moment)
      case .others(let token): ("token <> ?", token)
      }
    try database.run(
      sql: "DELETE FROM sessions WHERE member_id = ? AND \(condition)",
      arguments: [member, argument])
  }

  /// - Parameter now: in ms since 1970.
  static func find(_ token: String?, now: Int64, in database: Database) throws -> Session {
    let sql = """
      SELECT members.id, used_ms FROM sessions JOIN members ON members.id = sessions.member_id
      WHERE token = ? AND deleted = 0 AND used_ms > ?
      """
    guard let token,
      let row = try database.row(sql: sql, arguments: [token, now - life])
    else { throw ShopError.notLoggedIn }
    return Session(member: row["id"], isStale: row["used_ms"] < now - grain)
  }

  static func touch(_ token: String?, now: Int64, in database: Database) throws {
    try database.run(
      sql: "UPDATE sessions SET used_ms = MAX(used_ms, ?) WHERE token = ?",
      arguments: [now, token])
  }

  /// Forgets those that nobody can use any more.
  static func sweep(now: Int64, in database: Database) throws {
    try database.run(sql: "DELETE FROM sessions WHERE used_ms <= ?", arguments: [now - life])
  }
}
