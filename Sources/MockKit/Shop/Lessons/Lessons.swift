import Foundation
import GRDB

/// The trial lessons.
enum Lessons {
  static let schema = """
    CREATE TABLE lessons (
      id TEXT PRIMARY KEY, starts_at TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL);
    CREATE INDEX lessons_by_start ON lessons (starts_at, id);
    """

  static let listKeys = ["starts_at", "id"]

  /// Those that begin after a moment, the next one first.
  static func page(
    _ request: PageRequest, after time: String, in database: Database
  ) throws -> [Lesson] {
    try request.fetch(
      "SELECT body FROM lessons WHERE starts_at > ?", by: listKeys, arguments: [time],
      in: database
    ).map(read)
  }

  static func find(_ id: String, in database: Database) throws -> Lesson {
    let sql = "SELECT body FROM lessons WHERE id = ?"
    guard let row = try database.row(sql: sql, arguments: [id]) else {
      throw LessonError.notFound(id)
    }
    return try read(row)
  }

  /// Writes a lesson down, or a newer state of it; an older one changes nothing.
  static func put(_ lesson: Lesson, in database: Database) throws {
    try database.run(
      sql: """
        INSERT INTO lessons (id, starts_at, version, body) VALUES (?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET
          starts_at = excluded.starts_at, version = excluded.version, body = excluded.body
        WHERE excluded.version > version
        """,
      arguments: [
        lesson.lessonId, lesson.startsAt, lesson.version, try JSONText.string(lesson),
      ])
  }

  private static func read(_ row: Row) throws -> Lesson {
    let body: String = row["body"]
    return try JSONDecoder().decode(Lesson.self, from: Data(body.utf8))
  }
}
