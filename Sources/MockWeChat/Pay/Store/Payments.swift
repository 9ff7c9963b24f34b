import Foundation
import GRDB
import MockKit

/// The payments, as JSON beside what they are found by.
enum Payments {
  static let schema = """
    CREATE TABLE payments (
      out_trade_no TEXT PRIMARY KEY, prepay_id TEXT NOT NULL UNIQUE, transaction_id TEXT UNIQUE,
      body TEXT NOT NULL)
    """

  enum Key: String {
    case order = "out_trade_no"
    case prepay = "prepay_id"
    case transaction = "transaction_id"
  }

  static func find(_ value: String, by key: Key, in database: Database) throws -> Payment? {
    try database.value(
      String.self, sql: "SELECT body FROM payments WHERE \(key.rawValue) = ?", arguments: [value]
    ).map(read)
  }

  /// In the order in which they were made.
  static func all(in database: Database) throws -> [Payment] {
    try database.rows(sql: "SELECT body FROM payments ORDER BY rowid").map { try read($0["body"]) }
  }

  static func put(_ payment: Payment, in database: Database) throws {
    try database.run(
      sql: """
        INSERT INTO payments (out_trade_no, prepay_id, transaction_id, body) VALUES (?, ?, ?, ?)
        ON CONFLICT (out_trade_no) DO UPDATE SET
          prepay_id = excluded.prepay_id, transaction_id = excluded.transaction_id,
          body = excluded.body
        """,
      arguments: [
        payment.order.outTradeNo, payment.prepayID, payment.transactionID,
        try JSONText.string(payment),
      ])
  }

  private static func read(_ text: String) throws -> Payment {
    try JSONDecoder().decode(Payment.self, from: Data(text.utf8))
  }
}
