import GRDB

/// What the members looked at: each product once, with the latest view of both platforms.
enum History {
  static let schema = """
    CREATE TABLE history (
      owner TEXT NOT NULL, sku TEXT NOT NULL, member_id TEXT NOT NULL, at_ms INTEGER NOT NULL,
      PRIMARY KEY (owner, sku)) WITHOUT ROWID;
    CREATE INDEX history_by_member ON history (member_id, at_ms);
    """

  static let listKeys = ["at_ms", "sku"]

  /// Newest first. The cast makes a cursor's text compare as a number.
  static func page(
    _ request: PageRequest, of member: String, in database: Database
  ) throws -> [View] {
    let sql = """
      SELECT sku, at_ms FROM (
        SELECT member_id, sku, CAST(MAX(at_ms) AS INTEGER) AS at_ms FROM history
        GROUP BY member_id, sku)
      WHERE member_id = ?
      """
    return try request.fetch(
      sql, by: listKeys, descending: true, arguments: [member], in: database
    ).map { View(sku: $0["sku"], atMs: $0["at_ms"]) }
  }

  /// When a member last looked at anything, in ms since 1970.
  static func latest(of member: String, in database: Database) throws -> Int64? {
    try database.value(
      Int64.self, sql: "SELECT MAX(at_ms) FROM history WHERE member_id = ?", arguments: [member])
  }

  /// Writes a view down; an older one of the same product changes nothing.
  static func put(_ record: ViewRecord, of member: String, in database: Database) throws {
    try database.run(
      sql: """
        INSERT INTO history (owner, sku, member_id, at_ms) VALUES (?, ?, ?, ?)
        ON CONFLICT (owner, sku) DO UPDATE SET at_ms = excluded.at_ms
        WHERE excluded.at_ms > at_ms
        """,
      arguments: [record.memberId, record.sku, member, record.atMs])
  }
}
