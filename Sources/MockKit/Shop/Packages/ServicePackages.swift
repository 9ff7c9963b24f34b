import GRDB

/// The packages one side knows; the website decides about them.
enum ServicePackages: ListedRecords {
  typealias Record = ServicePackage

  static let table = "service_packages"

  /// The body follows the member when that is merged with another.
  static let schema = """
    CREATE TABLE service_packages (
      id TEXT PRIMARY KEY, member_id TEXT NOT NULL, order_id TEXT NOT NULL, sku TEXT NOT NULL,
      status TEXT NOT NULL, version INTEGER NOT NULL, bought_at TEXT NOT NULL, body TEXT NOT NULL);
    CREATE INDEX service_packages_by_member ON service_packages (member_id, bought_at, id);
    CREATE INDEX service_packages_by_order ON service_packages (order_id);
    \(followMember)
    """

  static let listKeys = ["bought_at", "id"]

  static func place(_ record: ServicePackage) -> [String] { [record.boughtAt, record.packageId] }

  static func missing(_ id: String) -> any Error { PackageError.notFound(id) }

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
    try write(
      package, id: package.packageId, of: package.memberId,
      fixed: ["order_id": package.orderId, "sku": package.sku, "bought_at": package.boughtAt],
      changing: ["status": package.status.rawValue], in: database)
  }
}
