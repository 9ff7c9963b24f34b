import Foundation
import GRDB

/// The inquiries one side knows.
enum Inquiries {
  static let schema = """
    CREATE TABLE inquiries (
      id TEXT PRIMARY KEY, member_id TEXT NOT NULL, version INTEGER NOT NULL,
      created_at TEXT NOT NULL, body TEXT NOT NULL);
    CREATE INDEX inquiries_by_member ON inquiries (member_id, created_at, id);
    CREATE TRIGGER inquiries_follow_member AFTER UPDATE OF member_id ON inquiries BEGIN
      UPDATE inquiries SET body = json_set(body, '$.memberId', NEW.member_id) WHERE id = NEW.id;
    END;
    """

  static let listKeys = ["created_at", "id"]

  /// Newest first.
  static func page(
    _ request: PageRequest, of member: String, in database: Database
  ) throws -> [Inquiry] {
    try request.fetch(
      "SELECT body FROM inquiries WHERE member_id = ?", by: listKeys, descending: true,
      arguments: [member], in: database
    ).map(read)
  }

  /// - Parameter member: someone else's is not found either; without one, anyone's is.
  static func find(
    _ id: String, of member: String? = nil, in database: Database
  ) throws -> Inquiry {
    let sql = "SELECT body FROM inquiries WHERE id = ?1 AND (?2 IS NULL OR member_id = ?2)"
    guard let row = try database.row(sql: sql, arguments: [id, member]) else {
      throw InquiryError.notFound(id)
    }
    return try read(row)
  }

  /// Writes an inquiry down, or a newer state of it; an older one changes nothing.
  static func put(_ inquiry: Inquiry, in database: Database) throws {
    try database.run(
      sql: """
        INSERT INTO inquiries (id, member_id, version, created_at, body) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET version = excluded.version, body = excluded.body
        WHERE excluded.version > version
        """,
      arguments: [
        inquiry.inquiryId, inquiry.memberId, inquiry.version, inquiry.createdAt,
        try JSONText.string(inquiry),
      ])
  }

  private static func read(_ row: Row) throws -> Inquiry {
    let body: String = row["body"]
    return try JSONDecoder().decode(Inquiry.self, from: Data(body.utf8))
  }
}
