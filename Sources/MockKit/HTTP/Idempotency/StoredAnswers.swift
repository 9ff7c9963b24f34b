import Foundation
import GRDB

/// What was answered under idempotency keys, for a day of the mock clock.
enum StoredAnswers {
  static let schema = """
    CREATE TABLE stored_answers (
      id TEXT PRIMARY KEY, payload TEXT NOT NULL, status INTEGER NOT NULL, content_type TEXT,
      headers TEXT NOT NULL, body BLOB NOT NULL, kept_s INTEGER NOT NULL);
    CREATE INDEX stored_answers_by_time ON stored_answers (kept_s);
    """

  private static let lifetime: Int64 = 86_400

  /// - Returns: the answer, and the digest of what was asked.
  static func find(
    _ id: String, now: Int64, in database: Database
  ) throws -> (payload: String, reply: Reply)? {
    let sql = "SELECT * FROM stored_answers WHERE id = ? AND kept_s > ?"
    let row = try database.row(sql: sql, arguments: [id, now - lifetime])
    return try row.map { ($0["payload"], try Reply($0)) }
  }

  static func keep(
    _ reply: Reply, under ticket: IdempotencyTicket, now: Int64, in database: Database
  ) throws {
    try database.run(
      sql: "DELETE FROM stored_answers WHERE kept_s <= ?", arguments: [now - lifetime])
    try database.run(
      sql: """
        INSERT OR REPLACE INTO stored_answers
        (id, payload, status, content_type, headers, body, kept_s) VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        ticket.id, ticket.payload, reply.status, reply.contentType,
        try JSONText.string(reply.headers.map { [$0.name, $0.value] }), reply.body, now,
      ])
  }
}

extension Reply {
  fileprivate init(_ row: Row) throws {
    let pairs = try JSONDecoder().decode(
      [[String]].self, from: Data((row["headers"] as String).utf8))
    self.init(
      status: row["status"], contentType: row["content_type"],
      headers: pairs.map { Header($0[0], $0[1]) }, body: row["body"])
  }
}
