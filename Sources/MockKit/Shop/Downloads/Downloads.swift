import GRDB

/// What the members have downloaded: each report once, with its first time.
enum Downloads {
  static let schema = """
    CREATE TABLE downloads (
      owner TEXT NOT NULL, report_id TEXT NOT NULL, member_id TEXT NOT NULL,
      at_ms INTEGER NOT NULL, link_id TEXT, source TEXT,
      PRIMARY KEY (owner, report_id)) WITHOUT ROWID;
    CREATE INDEX downloads_by_member ON downloads (member_id, at_ms);
    """

  static let listKeys = ["at_ms", "report_id"]

  /// Two members who became one may both have downloaded a report: the earlier time counts, and the
  /// columns beside it are those of its row. The cast makes a cursor's text compare as a number.
  private static let listed = """
    SELECT reports.*, firsts.* FROM (
      SELECT member_id, report_id, CAST(MIN(at_ms) AS INTEGER) AS at_ms, link_id, source
      FROM downloads GROUP BY member_id, report_id) AS firsts
    JOIN reports ON reports.id = firsts.report_id
    WHERE member_id = ?
    """

  /// Newest first, with the moment of each in ms since 1970.
  static func page(
    _ request: PageRequest, of member: String, in database: Database
  ) throws -> [(report: Report, record: DownloadRecord)] {
    try request.fetch(
      listed, by: listKeys, descending: true, arguments: [member], in: database
    ).map { (Report($0), DownloadRecord($0)) }
  }

  static func find(
    _ report: String, of member: String, in database: Database
  ) throws -> (report: Report, record: DownloadRecord)? {
    try database.row(sql: listed + " AND report_id = ?", arguments: [member, report])
      .map { (Report($0), DownloadRecord($0)) }
  }

  /// When a member last downloaded anything, in ms since 1970.
  static func latest(of member: String, in database: Database) throws -> Int64? {
    try database.value(
      Int64.self, sql: "SELECT MAX(at_ms) FROM downloads WHERE member_id = ?",
      arguments: [member])
  }

  /// Writes a download down; a later one of the same report changes nothing.
  static func put(_ record: DownloadRecord, of member: String, in database: Database) throws {
    try database.run(
      sql: """
        INSERT INTO downloads (owner, report_id, member_id, at_ms, link_id, source)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (owner, report_id) DO UPDATE
        SET at_ms = excluded.at_ms, link_id = excluded.link_id, source = excluded.source
        WHERE excluded.at_ms < at_ms
        """,
      arguments: [
        record.memberId, record.reportId, member, record.atMs, record.linkId, record.source,
      ])
  }
}

extension DownloadRecord {
  fileprivate init(_ row: Row) {
    self.init(
      memberId: row["member_id"], reportId: row["report_id"], atMs: row["at_ms"],
      linkId: row["link_id"], source: row["source"])
  }
}
