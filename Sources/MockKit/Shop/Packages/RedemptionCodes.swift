import GRDB

/// The codes of all packages, at the website. Each is good for one use; then the package gets another.
enum RedemptionCodes {
  struct Code: Sendable {
    let package: String
    /// When a clerk has scanned it.
    let usedAt: String?
  }

  static let schema = """
    CREATE TABLE redemption_codes (
      code TEXT PRIMARY KEY, package_id TEXT NOT NULL, used_at TEXT) WITHOUT ROWID
    """

  /// Makes a code that nobody can guess: 12 digits, as they fit into a bar code.
  static func issue(for package: String, in database: Database) throws -> String {
    while true {
      let code = String((0..<12).map { _ in "0123456789".randomElement() ?? "0" })
      try database.run(
        sql: "INSERT OR IGNORE INTO redemption_codes (code, package_id) VALUES (?, ?)",
        arguments: [code, package])
      if database.changesCount == 1 { return code }
    }
  }

  static func find(_ code: String, in database: Database) throws -> Code {
    let sql = "SELECT package_id, used_at FROM redemption_codes WHERE code = ?"
    guard let row = try database.row(sql: sql, arguments: [code]) else {
      throw PackageError.unknownCode
    }
    return Code(package: row["package_id"], usedAt: row["used_at"])
  }

  static func use(_ code: String, at time: String, in database: Database) throws {
    try database.run(
      sql: "UPDATE redemption_codes SET used_at = COALESCE(used_at, ?) WHERE code = ?",
      arguments: [time, code])
  }
}
