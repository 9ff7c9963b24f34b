package import Foundation

/// The texts that WeChat Pay signs: lines, each one ended.
package enum PayMessage {
  package static func lines(_ lines: [String]) -> Data {
    Data(lines.map { $0 + "\n" }.joined().utf8)
  }

  /// What a client signs.
  ///
  /// - Parameter target: path and query, as they go over the wire.
  package static func request(
    _ method: String, _ target: String, timestamp: String, nonce: String, body: Data
  ) -> Data {
    lines([method, target, timestamp, nonce]) + body + Data("\n".utf8)
  }

  /// What an answer or a notification is signed over.
  package static func answer(timestamp: String, nonce: String, body: Data) -> Data {
    lines([timestamp, nonce]) + body + Data("\n".utf8)
  }
}
