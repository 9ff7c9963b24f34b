import Foundation
import GRDB

/// The forms that were handed in, and what was drawn for them. The website alone has the answers.
enum Draws: PagedRecords {
  static let schema = """
    CREATE TABLE draws (
      form TEXT PRIMARY KEY, survey TEXT NOT NULL, member_id TEXT NOT NULL, status TEXT NOT NULL,
      version INTEGER NOT NULL, handed_in_at TEXT NOT NULL, drawn_at TEXT, prize BLOB,
      answers BLOB);
    CREATE INDEX draws_by_member ON draws (member_id, handed_in_at);
    """

  static let listKeys = ["handed_in_at", "form"]

  static func place(_ record: Draw) -> [String] { [record.handedInAt, record.form] }

  static let listed = "SELECT * FROM draws WHERE member_id = ?"

  static func read(_ row: Row) throws -> Draw { try Draw(row) }

  /// - Parameter member: someone else's is not found either.
  static func find(_ form: String, of member: String, in database: Database) throws -> Draw {
    let sql = "SELECT * FROM draws WHERE form = ? AND member_id = ?"
    guard let row = try database.row(sql: sql, arguments: [form, member]) else {
      throw LotteryError.noForm(form)
    }
    return try Draw(row)
  }

  /// The member's form of that survey.
  static func form(
    of survey: String, by member: String, in database: Database
  ) throws -> String? {
    let sql = "SELECT form FROM draws WHERE survey = ? AND member_id = ?"
    return try database.value(String.self, sql: sql, arguments: [survey, member])
  }

  /// Writes it down, or a newer state of it; an older one changes nothing.
  static func put(_ draw: Draw, in database: Database) throws {
    try database.run(
      sql: """
        INSERT INTO draws (form, survey, member_id, status, version, handed_in_at, drawn_at, prize)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (form) DO UPDATE SET status = excluded.status, version = excluded.version,
          drawn_at = excluded.drawn_at, prize = excluded.prize
        WHERE excluded.version > version
        """,
      arguments: [
        draw.form, draw.survey, draw.memberId, draw.status.rawValue, draw.version,
        draw.handedInAt, draw.drawnAt, try draw.prize.map { try JSONText.data($0) },
      ])
  }

  static func keep(
    _ answers: [String: String], of form: String, in database: Database
  ) throws {
    try database.run(
      sql: "UPDATE draws SET answers = ? WHERE form = ?",
      arguments: [try JSONText.data(answers), form])
  }

  /// For the staff: anybody's form, with its answers.
  static func answers(
    of form: String, in database: Database
  ) throws -> (draw: Draw, answers: [String: String]) {
    let sql = "SELECT * FROM draws WHERE form = ? AND answers IS NOT NULL"
    guard let row = try database.row(sql: sql, arguments: [form]) else {
      throw LotteryError.noForm(form)
    }
    return (
      try Draw(row), try JSONDecoder().decode([String: String].self, from: row["answers"])
    )
  }
}

extension Draw {
  fileprivate init(_ row: Row) throws {
    let prize: Data? = row["prize"]
    self.init(
      form: row["form"], survey: row["survey"], memberId: row["member_id"],
      status: Status(rawValue: row["status"]) ?? .drawn, version: row["version"],
      handedInAt: row["handed_in_at"], drawnAt: row["drawn_at"],
      prize: try prize.map { try JSONDecoder().decode(Prize.self, from: $0) })
  }
}
