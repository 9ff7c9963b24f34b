import GRDB

/// The pages that members shared.
enum Shares: PagedRecords {
  static let schema = """
    CREATE TABLE shares (
      entry_key TEXT PRIMARY KEY, member_id TEXT NOT NULL, page TEXT NOT NULL, sku TEXT,
      link TEXT NOT NULL, created_at TEXT NOT NULL);
    CREATE INDEX shares_by_member ON shares (member_id, created_at);
    """

  static let listKeys = ["created_at", "entry_key"]

  static func place(_ record: ShareView) -> [String] { [record.createdAt, record.entryKey] }

  static let listed = """
    SELECT shares.*,
      (SELECT COUNT(*) FROM entry_visits WHERE entry_visits.entry_key = shares.entry_key) AS opens,
      (SELECT COUNT(*) FROM recruits
       WHERE recruits.entry_key = shares.entry_key AND voided_at IS NULL) AS joiners,
      (SELECT COALESCE(SUM(points), 0) FROM recruits
       WHERE recruits.entry_key = shares.entry_key AND voided_at IS NULL) AS points
    FROM shares WHERE member_id = ?
    """

  static func read(_ row: Row) -> ShareView { ShareView(row) }

  /// Someone else's is not found either.
  static func find(_ key: String, of member: String, in database: Database) throws -> ShareView {
    let row = try database.row(
      sql: listed + " AND entry_key = ?", arguments: [member, key])
    guard let row else { throw RewardError.shareNotFound(key) }
    return ShareView(row)
  }

  static func find(_ key: String, in database: Database) throws -> Share? {
    try database.row(sql: "SELECT * FROM shares WHERE entry_key = ?", arguments: [key])
      .map(Share.init)
  }

  /// Writes it down; one that is there already stays as it is.
  static func insert(_ share: Share, in database: Database) throws {
    try database.run(
      sql: """
        INSERT OR IGNORE INTO shares (entry_key, member_id, page, sku, link, created_at)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        share.entryKey, share.memberId, share.page, share.sku, share.link, share.createdAt,
      ])
  }
}

extension Share {
  fileprivate init(_ row: Row) {
    self.init(
      entryKey: row["entry_key"], memberId: row["member_id"], page: row["page"], sku: row["sku"],
      link: row["link"], createdAt: row["created_at"])
  }
}

extension ShareView {
  fileprivate init(_ row: Row) {
    self.init(
      Share(row), opens: row["opens"], joiners: row["joiners"], points: row["points"])
  }
}
