import Foundation
import GRDB

/// The theme of one side, once it was changed.
enum Themes {
  static let schema = """
    CREATE TABLE theme (
      id INTEGER PRIMARY KEY CHECK (id = 1), version INTEGER NOT NULL, look TEXT NOT NULL)
    """

  static func current(in database: Database) throws -> Theme {
    let look = try database.value(String.self, sql: "SELECT look FROM theme")
    return try look.map { try JSONDecoder().decode(Theme.self, from: Data($0.utf8)) } ?? .original
  }

  /// Writes a theme down; an older one changes nothing.
  static func put(_ theme: Theme, in database: Database) throws {
    try database.run(
      sql: """
        INSERT INTO theme (id, version, look) VALUES (1, ?, ?)
        ON CONFLICT (id) DO UPDATE SET version = excluded.version, look = excluded.look
        WHERE excluded.version > version
        """,
      arguments: [theme.version, try JSONText.string(theme)])
  }
}

extension Shop {
  package func theme() async throws -> Theme {
    try await database.read { try Themes.current(in: $0) }
  }
}
