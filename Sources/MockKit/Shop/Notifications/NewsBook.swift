import Foundation
package import GRDB

/// The news of one side. On the website they are read there; in the mini-program this is the outbox
/// for WeChat.
package enum NewsBook: PagedRecords {
  package enum State: String, Sendable {
    /// On its way to WeChat.
    case waiting
    case sent
    /// The user does not want such messages.
    case refused
    /// Given up.
    case failed
    /// The member is bound to no WeChat user, or reads it on the website.
    case kept
  }

  static let schema = """
    CREATE TABLE news (
      id TEXT PRIMARY KEY, member_id TEXT NOT NULL, at TEXT NOT NULL, body TEXT NOT NULL,
      read_at TEXT, state TEXT NOT NULL, openid TEXT, reason TEXT);
    CREATE INDEX news_by_member ON news (member_id, at, id);
    CREATE INDEX news_waiting ON news (at) WHERE state = 'waiting';
    """

  /// - Returns: whether it was new.
  static func add(
    _ news: News, state: State, openid: String?, in database: Database
  ) throws -> Bool {
    try database.run(
      sql: """
        INSERT OR IGNORE INTO news (id, member_id, at, body, state, openid)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        news.notificationId, news.memberId, news.at, try JSONText.string(news), state.rawValue,
        openid,
      ])
    return database.changesCount == 1
  }

  static let listKeys = ["at", "id"]

  static func place(_ record: Notification) -> [String] { [record.at, record.notificationId] }

  static let listed = "SELECT body, read_at FROM news WHERE member_id = ?"

  static func read(_ row: Row) throws -> Notification { try Notification(row) }

  /// Notes that the member has seen it; the first time counts.
  static func read(
    _ id: String, of member: String, at time: String, in database: Database
  ) throws -> Notification? {
    try database.row(
      sql: """
        UPDATE news SET read_at = COALESCE(read_at, ?) WHERE id = ? AND member_id = ?
        RETURNING body, read_at
        """,
      arguments: [time, id, member]
    ).map(Notification.init)
  }
}

/// The outbox for WeChat.
extension NewsBook {
  package struct Message: Sendable {
    package let news: News
    package let openid: String
  }

  /// Those that wait, the oldest first.
  package static func waiting(limit: Int, in database: Database) throws -> [Message] {
    let sql = "SELECT body, openid FROM news WHERE state = 'waiting' ORDER BY at LIMIT ?"
    return try database.rows(sql: sql, arguments: [limit]).map { row in
      Message(news: try News(row), openid: row["openid"] ?? "")
    }
  }

  package static func note(
    _ state: State, of id: String, reason: String? = nil, in database: Database
  ) throws {
    try database.run(
      sql: "UPDATE news SET state = ?, reason = ? WHERE id = ?",
      arguments: [state.rawValue, reason, id])
  }
}

extension News {
  fileprivate init(_ row: Row) throws {
    let body: String = row["body"]
    self = try JSONDecoder().decode(News.self, from: Data(body.utf8))
  }

  /// Puts it before the member, once.
  func post(by shop: Shop, in database: Database) throws {
    let openid = shop.side == .mini ? try Bindings.openid(of: memberId, in: database) : nil
    let isNew = try NewsBook.add(
      self, state: openid == nil ? .kept : .waiting, openid: openid, in: database)
    guard isNew, openid != nil else { return }
    let chore = shop.desk.chores.messages
    database.afterNextTransaction { _ in chore.wake() }
  }
}

extension Notification {
  fileprivate init(_ row: Row) throws {
    self.init(try News(row), readAt: row["read_at"])
  }
}
