import Foundation
import GRDB

/// What a shop has from the beginning, as JSON in a table of its own, by name and in its order.
protocol SeededRecords {
  associatedtype Record: Codable
  static var table: String { get }
  static func name(of record: Record) -> String
  static func missing(_ name: String) -> any Error
}

extension SeededRecords {
  static var schema: String {
    "CREATE TABLE \(table) (name TEXT PRIMARY KEY, position INTEGER NOT NULL, body BLOB NOT NULL)"
  }

  static func insert(_ record: Record, at position: Int, in database: Database) throws {
    try database.run(
      sql: "INSERT INTO \(table) (name, position, body) VALUES (?, ?, ?)",
      arguments: [name(of: record), position, try JSONText.data(record)])
  }

  static func all(in database: Database) throws -> [Record] {
    try database.rows(sql: "SELECT body FROM \(table) ORDER BY position").map(read)
  }

  static func require(_ name: String, in database: Database) throws -> Record {
    let row = try database.row(sql: "SELECT body FROM \(table) WHERE name = ?", arguments: [name])
    guard let row else { throw missing(name) }
    return try read(row)
  }

  private static func read(_ row: Row) throws -> Record {
    try JSONDecoder().decode(Record.self, from: row["body"])
  }
}
