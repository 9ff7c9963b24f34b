import Foundation
import GRDB

/// The entries one side knows; the website makes them.
enum Entries {
  static let schema = """
    CREATE TABLE entries (
      key TEXT PRIMARY KEY, kind TEXT NOT NULL, page TEXT NOT NULL, source TEXT NOT NULL,
      sku TEXT, member_id TEXT, visitor TEXT, link TEXT, created_at TEXT NOT NULL, picture BLOB);
    CREATE INDEX entries_by_member ON entries (member_id);
    """

  /// Writes it down; one that is there already stays as it is.
  static func insert(_ entry: Entry, in database: Database) throws {
    try database.run(
      sql: """
        INSERT OR IGNORE INTO entries
        (key, kind, page, source, sku, member_id, visitor, link, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        entry.entryKey, entry.kind.rawValue, entry.page, entry.source, entry.sku, entry.memberId,
        entry.visitor, entry.link, entry.createdAt,
      ])
  }

  static func find(_ key: String, in database: Database) throws -> Entry {
    guard
      let row = try database.row(sql: "SELECT * FROM entries WHERE key = ?", arguments: [key])
    else { throw EntryError.notFound(key) }
    return Entry(row)
  }

  /// The picture that WeChat made, once it has.
  static func picture(of key: String, in database: Database) throws -> Data? {
    let sql = "SELECT picture FROM entries WHERE key = ? AND picture IS NOT NULL"
    return try database.value(Data.self, sql: sql, arguments: [key])
  }

  static func keep(_ picture: Data, of key: String, in database: Database) throws {
    try database.run(
      sql: "UPDATE entries SET picture = ? WHERE key = ?", arguments: [picture, key])
  }
}

extension Entry {
  fileprivate init(_ row: Row) {
    self.init(
      entryKey: row["key"], kind: Kind(rawValue: row["kind"]) ?? .code, page: row["page"],
      source: row["source"], sku: row["sku"], memberId: row["member_id"], visitor: row["visitor"],
      link: row["link"], createdAt: row["created_at"])
  }
}
