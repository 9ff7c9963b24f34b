import Foundation
import GRDB

/// What one side knows of what is made to order.
enum Solutions {
  static let schema = """
    CREATE TABLE solutions (
      id TEXT PRIMARY KEY, member_id TEXT NOT NULL, version INTEGER NOT NULL,
      created_at TEXT NOT NULL, body TEXT NOT NULL);
    CREATE INDEX solutions_by_member ON solutions (member_id, created_at, id);
    CREATE TRIGGER solutions_follow_member AFTER UPDATE OF member_id ON solutions BEGIN
      UPDATE solutions SET body = json_set(body, '$.memberId', NEW.member_id) WHERE id = NEW.id;
    END;
    """

  static let listKeys = ["created_at", "id"]

  /// Newest first.
  static func page(
    _ request: PageRequest, of member: String, in database: Database
  ) throws -> [Solution] {
    try request.fetch(
      "SELECT body FROM solutions WHERE member_id = ?", by: listKeys, descending: true,
      arguments: [member], in: database
    ).map(read)
  }

  /// - Parameter member: someone else's is not found either; without one, anyone's is.
  static func find(
    _ id: String, of member: String? = nil, in database: Database
  ) throws -> Solution {
    let sql = "SELECT body FROM solutions WHERE id = ?1 AND (?2 IS NULL OR member_id = ?2)"
    guard let row = try database.row(sql: sql, arguments: [id, member]) else {
      throw SolutionError.notFound(id)
    }
    return try read(row)
  }

  /// Writes it down, or a later stage of it; an earlier one changes nothing.
  static func put(_ solution: Solution, in database: Database) throws {
    try database.run(
      sql: """
        INSERT INTO solutions (id, member_id, version, created_at, body) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET version = excluded.version, body = excluded.body
        WHERE excluded.version > version
        """,
      arguments: [
        solution.solutionId, solution.memberId, solution.version, solution.createdAt,
        try JSONText.string(solution),
      ])
  }

  private static func read(_ row: Row) throws -> Solution {
    let body: String = row["body"]
    return try JSONDecoder().decode(Solution.self, from: Data(body.utf8))
  }
}
