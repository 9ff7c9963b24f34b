import Foundation
import GRDB

/// The library: what both platforms know of it from the beginning.
enum Reports {
  static let schema = """
    CREATE TABLE reports (
      id TEXT PRIMARY KEY, position INTEGER NOT NULL, title TEXT NOT NULL, title_en TEXT NOT NULL,
      format TEXT NOT NULL, exclusive INTEGER NOT NULL, lines TEXT NOT NULL)
    """

  static func insert(_ report: Report, at position: Int, in database: Database) throws {
    try database.run(
      sql: """
        INSERT INTO reports (id, position, title, title_en, format, exclusive, lines)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        report.reportId, position, report.title, report.titleEn, report.format.rawValue,
        report.exclusive, try JSONText.string(report.lines),
      ])
  }

  static func all(in database: Database) throws -> [Report] {
    try database.rows(sql: "SELECT * FROM reports ORDER BY position").map(Report.init)
  }

  static func find(_ id: String, in database: Database) throws -> Report? {
    try database.row(sql: "SELECT * FROM reports WHERE id = ?", arguments: [id])
      .map(Report.init)
  }

  static func require(_ id: String, in database: Database) throws -> Report {
    guard let report = try find(id, in: database) else { throw DownloadError.noReport(id) }
    return report
  }
}

extension Report {
  /// - Parameter row: with the columns of the table.
  init(_ row: Row) {
    let text: String = row["lines"]
    let lines = try? JSONDecoder().decode([String].self, from: Data(text.utf8))
    self.init(
      reportId: row["id"], title: row["title"], titleEn: row["title_en"],
      format: Format(rawValue: row["format"]) ?? .pdf, exclusive: row["exclusive"],
      lines: lines ?? [])
  }
}
