import Foundation
import GRDB
import MockKit

/// The refunds, as JSON beside what they are found by.
enum Refunds {
  static let schema = """
    CREATE TABLE refunds (
      out_refund_no TEXT PRIMARY KEY, is_open INTEGER NOT NULL, body TEXT NOT NULL);
    CREATE INDEX open_refunds ON refunds (is_open) WHERE is_open;
    """

  static func find(_ outRefundNo: String, in database: Database) throws -> Refund? {
    try database.value(
      String.self, sql: "SELECT body FROM refunds WHERE out_refund_no = ?",
      arguments: [outRefundNo]
    ).map(read)
  }

  /// Those whose money is under way.
  static func open(in database: Database) throws -> [Refund] {
    try database.rows(sql: "SELECT body FROM refunds WHERE is_open ORDER BY rowid")
      .map { try read($0["body"]) }
  }

  static func put(_ refund: Refund, in database: Database) throws {
    try database.run(
      sql: """
        INSERT INTO refunds (out_refund_no, is_open, body) VALUES (?, ?, ?)
        ON CONFLICT (out_refund_no) DO UPDATE SET is_open = excluded.is_open, body = excluded.body
        """,
      arguments: [
        refund.outRefundNo, refund.state == .processing, try JSONText.string(refund),
      ])
  }

  private static func read(_ text: String) throws -> Refund {
    try JSONDecoder().decode(Refund.self, from: Data(text.utf8))
  }
}
