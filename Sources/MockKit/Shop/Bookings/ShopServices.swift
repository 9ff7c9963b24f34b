import Foundation
import GRDB

/// The services, in their order.
enum ShopServices {
  static let schema = """
    CREATE TABLE services (service TEXT PRIMARY KEY, position INTEGER NOT NULL, body BLOB NOT NULL)
    """

  static func insert(_ service: ShopService, at position: Int, in database: Database) throws {
    try database.run(
      sql: "INSERT INTO services (service, position, body) VALUES (?, ?, ?)",
      arguments: [service.service, position, try JSONText.data(service)])
  }

  static func all(in database: Database) throws -> [ShopService] {
    try database.rows(sql: "SELECT body FROM services ORDER BY position").map(read)
  }

  static func require(_ service: String, in database: Database) throws -> ShopService {
    let sql = "SELECT body FROM services WHERE service = ?"
    guard let row = try database.row(sql: sql, arguments: [service]) else {
      throw InvalidRequest(field: "service", reason: .outside("a service of /api/services"))
    }
    return try read(row)
  }

  private static func read(_ row: Row) throws -> ShopService {
    try JSONDecoder().decode(ShopService.self, from: row["body"])
  }
}
