import Foundation
import GRDB

/// The forms that the website asks to fill in.
enum Surveys {
  static let schema = """
    CREATE TABLE surveys (survey TEXT PRIMARY KEY, position INTEGER NOT NULL, body BLOB NOT NULL)
    """

  static func insert(_ survey: Survey, at position: Int, in database: Database) throws {
    try database.run(
      sql: "INSERT INTO surveys (survey, position, body) VALUES (?, ?, ?)",
      arguments: [survey.survey, position, try JSONText.data(survey)])
  }

  static func all(in database: Database) throws -> [Survey] {
    try database.rows(sql: "SELECT body FROM surveys ORDER BY position").map {
      try JSONDecoder().decode(Survey.self, from: $0["body"])
    }
  }

  static func require(_ name: String, in database: Database) throws -> Survey {
    guard let survey = try all(in: database).first(where: { $0.survey == name }) else {
      throw LotteryError.noSurvey(name)
    }
    return survey
  }
}
