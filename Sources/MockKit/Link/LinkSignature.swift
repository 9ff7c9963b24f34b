import Crypto
package import Foundation

/// Signatures as Standard Webhooks defines them: HMAC-SHA256 over `id.timestamp.body`.
package struct LinkSignature: Sendable {
  /// How far a timestamp may be from the receiver's clock, in seconds.
  package static let tolerance: Int64 = 300

  package let id: String
  package let timestamp: String
  /// One or several `v1,<base64>`, separated by spaces.
  package let signatures: String

  /// - Parameter timestamp: seconds since 1970.
  package init(signing body: Data, id: String, timestamp: Int64, with secret: LinkSecret) {
    self.init(signing: body, id: id, timestamp: timestamp, with: [secret])
  }

  /// One signature of each key, so that a receiver which knows any of them is content.
  package init(signing body: Data, id: String, timestamp: Int64, with secrets: [LinkSecret]) {
    self.id = id
    self.timestamp = String(timestamp)
    let content = Self.content(id: id, timestamp: self.timestamp, body: body)
    signatures = secrets.map { secret in
      let code = HMAC<SHA256>.authenticationCode(for: content, using: secret.key)
      return "v1," + Data(code).base64EncodedString()
    }.joined(separator: " ")
  }

  package init(id: String, timestamp: String, signatures: String) {
    self.id = id
    self.timestamp = timestamp
    self.signatures = signatures
  }

  /// Reads the three headers of a call.
  package init(of call: Call) throws(LinkSignatureError) {
    id = try Self.header("webhook-id", of: call)
    timestamp = try Self.header("webhook-timestamp", of: call)
    signatures = try Self.header("webhook-signature", of: call)
  }

  package var headers: [(name: String, value: String)] {
    [
      ("webhook-id", id), ("webhook-timestamp", timestamp), ("webhook-signature", signatures),
    ]
  }

  /// - Parameters:
  ///   - secrets: any of them may have signed, so that a key can be changed while both are in use.
  ///   - now: seconds since 1970.
  package func verify(
    _ body: Data, with secrets: [LinkSecret], now: Int64
  ) throws(LinkSignatureError) {
    guard let sent = Int64(timestamp) else { throw .badTimestamp(timestamp) }
    let distance = sent.subtractingReportingOverflow(now)
    guard !distance.overflow, distance.partialValue.magnitude <= UInt64(Self.tolerance) else {
      throw .outsideTolerance(sent: sent, now: now)
    }
    let content = Self.content(id: id, timestamp: timestamp, body: body)
    let isGenuine = codes.contains { code in
      secrets.contains { secret in
        HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: content, using: secret.key)
      }
    }
    guard isGenuine else { throw .mismatch }
  }

  private var codes: [Data] {
    signatures.split(separator: " ").compactMap { signature in
      signature.hasPrefix("v1,") ? Data(base64Encoded: String(signature.dropFirst(3))) : nil
    }
  }

  private static func content(id: String, timestamp: String, body: Data) -> Data {
    Data("\(id).\(timestamp).".utf8) + body
  }

  private static func header(_ name: String, of call: Call) throws(LinkSignatureError) -> String {
    guard let value = call.headers[name], !value.isEmpty else { throw .missing(name) }
    return value
  }
}
