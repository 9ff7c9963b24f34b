import GRDB

/// The prompts one side knows; the website decides when one is shown.
enum Prompts: PagedRecords {
  static let schema = """
    CREATE TABLE prompts (
      id TEXT PRIMARY KEY, member_id TEXT NOT NULL, kind TEXT NOT NULL, platform TEXT NOT NULL,
      page TEXT NOT NULL, day TEXT NOT NULL, shown_at TEXT NOT NULL, dismissed_at TEXT);
    CREATE INDEX prompts_by_member ON prompts (member_id, shown_at, id);
    """

  static let listKeys = ["shown_at", "id"]

  static func place(_ record: Prompt) -> [String] { [record.shownAt, record.promptId] }

  static let listed = "SELECT * FROM prompts WHERE member_id = ?"

  static func read(_ row: Row) -> Prompt { Prompt(row) }

  static func find(_ id: String, of member: String, in database: Database) throws -> Prompt {
    let sql = "SELECT * FROM prompts WHERE id = ? AND member_id = ?"
    guard let row = try database.row(sql: sql, arguments: [id, member]) else {
      throw PromptError.notFound(id)
    }
    return Prompt(row)
  }

  /// How many a member was shown on that day; of two who became one, both count.
  static func count(on date: String, of member: String, in database: Database) throws -> Int {
    let sql = "SELECT COUNT(*) FROM prompts WHERE member_id = ? AND day = ?"
    return try database.value(Int.self, sql: sql, arguments: [member, date]) ?? 0
  }

  /// Writes one down; of two dismissals the first one counts.
  static func put(_ prompt: Prompt, in database: Database) throws {
    try database.run(
      sql: """
        INSERT INTO prompts (id, member_id, kind, platform, page, day, shown_at, dismissed_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET dismissed_at = COALESCE(
          MIN(dismissed_at, excluded.dismissed_at), dismissed_at, excluded.dismissed_at)
        """,
      arguments: [
        prompt.promptId, prompt.memberId, prompt.kind.rawValue, prompt.platform.rawValue,
        prompt.page, prompt.date, prompt.shownAt, prompt.dismissedAt,
      ])
  }
}

extension Prompt {
  fileprivate init(_ row: Row) {
    let platform = ShopSide(rawValue: row["platform"]) ?? .web
    self.init(
      promptId: row["id"], memberId: row["member_id"],
      kind: PromptKind(rawValue: row["kind"]) ?? PromptKind(on: platform), platform: platform,
      page: row["page"], date: row["day"], shownAt: row["shown_at"],
      dismissedAt: row["dismissed_at"])
  }
}
