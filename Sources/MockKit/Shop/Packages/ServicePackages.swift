import Foundation
import GRDB

/// The packages one side knows; the website decides about them.
enum ServicePackages {
  /// The body follows the member when that is merged with another.
  static let schema = """
    CREATE TABLE service_packages (
      id TEXT PRIMARY KEY, member_id TEXT NOT NULL, order_id TEXT NOT NULL, sku TEXT NOT NULL,
      status TEXT NOT NULL, version INTEGER NOT NULL, bought_at TEXT NOT NULL, body TEXT NOT NULL);
    CREATE INDEX service_packages_by_member ON service_packages (member_id, bought_at, id);
    CREATE INDEX service_packages_by_order ON service_packages (order_id);
    CREATE TRIGGER service_packages_follow_member AFTER UPDATE OF member_id ON service_packages
    BEGIN
      UPDATE service_packages SET body = json_set(body, '$.memberId', NEW.member_id)
      WHERE id = NEW.id;
    END;
    """

  static let listKeys = ["bought_at", "id"]

  /// Newest first.
  static func page(
    _ request: PageRequest, of member: String, in database: Database
  ) throws -> [ServicePackage] {
    try request.fetch(
      "SELECT body FROM service_packages WHERE member_id = ?", by: listKeys, descending: true,
      arguments: [member], in: database
    ).map(read)
  }

  /// - Parameter member: someone else's is not found either; without one, anyone's is.
  static func find(
    _ id: String, of member: String? = nil, in database: Database
  ) throws -> ServicePackage {
    let sql = "SELECT body FROM service_packages WHERE id = ?1 AND (?2 IS NULL OR member_id = ?2)"
    guard let row = try database.row(sql: sql, arguments: [id, member]) else {
      throw PackageError.notFound(id)
    }
    return try read(row)
  }

  static func all(of order: String, in database: Database) throws -> [ServicePackage] {
    let sql = "SELECT body FROM service_packages WHERE order_id = ? ORDER BY id"
    return try database.rows(sql: sql, arguments: [order]).map(read)
  }

  /// The products of which a member has packages that were not given back.
  static func skus(of member: String, in database: Database) throws -> [String] {
    let sql = """
      SELECT DISTINCT sku FROM service_packages WHERE member_id = ? AND status <> 'refunded'
      ORDER BY sku
      """
    return try database.rows(sql: sql, arguments: [member]).map { $0["sku"] }
  }

  /// Writes a package down, or a newer state of it; an older one changes nothing.
  static func put(_ package: ServicePackage, in database: Database) throws {
    try database.run(
      sql: """
        INSERT INTO service_packages
        (id, member_id, order_id, sku, status, version, bought_at, body)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET
          status = excluded.status, version = excluded.version, body = excluded.body
        WHERE excluded.version > version
        """,
      arguments: [
        package.packageId, package.memberId, package.orderId, package.sku,
        package.status.rawValue, package.version, package.boughtAt,
        try JSONText.string(package),
      ])
  }

  private static func read(_ row: Row) throws -> ServicePackage {
    let body: String = row["body"]
    return try JSONDecoder().decode(ServicePackage.self, from: Data(body.utf8))
  }
}
