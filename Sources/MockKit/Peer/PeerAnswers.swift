import Foundation
import GRDB

/// What was decided, kept so that a question asked twice is decided once.
enum PeerAnswers {
  static let schema = """
    CREATE TABLE peer_answers (
      id TEXT PRIMARY KEY, body BLOB NOT NULL, decided_s INTEGER NOT NULL) WITHOUT ROWID;
    CREATE INDEX peer_answers_by_time ON peer_answers (decided_s);
    """

  /// As long as somebody may ask again under an idempotency key.
  private static let lifetime: Int64 = 86_400

  /// The same whenever a request under an idempotency key asks for the same, so that this is decided
  /// once although the request comes again.
  static func name<Command: PeerCommand>(
    of command: Command, for ticket: IdempotencyTicket?
  ) throws -> String {
    let data = try JSONText.string(command)
    return "cmd_" + (ticket?.name(of: "\(Command.type) \(data)") ?? Hexadecimal.random(bytes: 10))
  }

  static func find(_ id: String, in database: Database) throws -> Data? {
    try database.value(
      Data.self, sql: "SELECT body FROM peer_answers WHERE id = ?", arguments: [id])
  }

  static func keep(_ body: Data, of id: String, now: Int64, in database: Database) throws {
    try database.run(
      sql: "DELETE FROM peer_answers WHERE decided_s < ?", arguments: [now - lifetime])
    try database.run(
      sql: "INSERT INTO peer_answers (id, body, decided_s) VALUES (?, ?, ?)",
      arguments: [id, body, now])
  }
}

extension ShopChange {
  /// Decides under that id, or tells what was decided under it before.
  ///
  /// - Returns: the answer as JSON.
  func decide(_ command: some PeerCommand, once id: String) throws -> Data {
    if let decided = try PeerAnswers.find(id, in: database) { return decided }
    let body = try JSONText.data(try command.decide(self))
    try PeerAnswers.keep(body, of: id, now: shop.clock.seconds, in: database)
    return body
  }
}
