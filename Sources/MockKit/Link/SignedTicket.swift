import Crypto
import Foundation

/// What one platform says in an address of the other: its JSON and HMAC-SHA256 over that, both in
/// Base64 for URLs, with a dot between them. The key is that of the link.
enum SignedTicket {
  /// - Parameter purpose: sets these signatures apart from those of messages and other tickets.
  static func issue(
    _ value: some Encodable, for purpose: String, with secret: LinkSecret
  ) throws -> String {
    let payload = Base64URL.text(try JSONText.data(value))
    let code = HMAC<SHA256>.authenticationCode(
      for: Data((purpose + payload).utf8), using: secret.key)
    return payload + "." + Base64URL.text(Data(code))
  }

  /// - Parameter secrets: any of them may have signed.
  /// - Returns: nothing where none of them has.
  static func read<Value: Decodable>(
    _ text: String, as type: Value.Type, for purpose: String, with secrets: [LinkSecret]
  ) -> Value? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let code = Base64URL.data(parts[1]) else { return nil }
    let signed = Data((purpose + parts[0]).utf8)
    let isGenuine = secrets.contains {
      HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: signed, using: $0.key)
    }
    guard isGenuine, let payload = Base64URL.data(parts[0]) else { return nil }
    return try? JSONDecoder().decode(type, from: payload)
  }
}

/// RFC 4648, section 5, without padding.
enum Base64URL {
  static func text(_ data: Data) -> String {
    data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
  }

  static func data(_ text: String) -> Data? {
    let plain = text.replacing("-", with: "+").replacing("_", with: "/")
    return Data(base64Encoded: plain + String(repeating: "=", count: (4 - plain.count % 4) % 4))
  }
}
