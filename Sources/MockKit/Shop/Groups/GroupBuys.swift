import Foundation
import GRDB

/// The groups that one side knows.
enum GroupBuys {
  static let schema = """
    CREATE TABLE group_buys (
      id TEXT PRIMARY KEY, version INTEGER NOT NULL, ends_ms INTEGER, body BLOB NOT NULL);
    CREATE INDEX group_buys_to_end ON group_buys (ends_ms) WHERE ends_ms IS NOT NULL;
    """

  static func find(_ id: String, in database: Database) throws -> GroupBuy? {
    try database.row(sql: "SELECT body FROM group_buys WHERE id = ?", arguments: [id]).map(read)
  }

  static func require(_ id: String, in database: Database) throws -> GroupBuy {
    guard let group = try find(id, in: database) else { throw GroupError.notFound(id) }
    return group
  }

  /// Writes a group down, or a newer state of it; an older one changes nothing.
  ///
  /// - Parameter end: when it is to be ended, on the side that sees to it; what was noted first
  ///   stays while it is open.
  static func put(
    _ group: GroupBuy, end: Duration? = nil, in database: Database
  ) throws {
    try database.run(
      sql: """
        INSERT INTO group_buys (id, version, ends_ms, body) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (id) DO UPDATE SET version = excluded.version, body = excluded.body,
          ends_ms = CASE WHEN ?5 THEN ends_ms END
        WHERE excluded.version > version
        """,
      arguments: [
        group.groupId, group.version, end.map { Int64($0 / .milliseconds(1)) },
        try JSONText.data(group), group.status == .open,
      ])
  }

  private static func read(_ row: Row) throws -> GroupBuy {
    try JSONDecoder().decode(GroupBuy.self, from: row["body"])
  }
}

/// Groups that wait to be filled, on the side that owns them.
extension GroupBuys {
  static func overdue(now: Duration, limit: Int, in database: Database) throws -> [GroupBuy] {
    let sql = "SELECT body FROM group_buys WHERE ends_ms <= ? ORDER BY ends_ms LIMIT ?"
    return try database.rows(sql: sql, arguments: [Int64(now / .milliseconds(1)), limit]).map(read)
  }

  static func nextEnd(in database: Database) throws -> Duration? {
    let sql = "SELECT MIN(ends_ms) FROM group_buys WHERE ends_ms IS NOT NULL"
    return try database.value(Int64.self, sql: sql).map { .milliseconds($0) }
  }
}
