import Crypto
import Foundation

/// A hand-over as an address carries it: its JSON and HMAC-SHA256 over that, both in Base64 for URLs,
/// with a dot between them. The key is that of the link.
enum HandoverTicket {
  /// Sets these signatures apart from those of messages.
  private static let purpose = "linkage-handover."

  static func issue(_ handover: Handover, with secret: LinkSecret) throws -> String {
    let payload = Base64URL.text(try JSONText.data(handover))
    let code = HMAC<SHA256>.authenticationCode(for: signed(payload), using: secret.key)
    return payload + "." + Base64URL.text(Data(code))
  }

  /// - Parameter secrets: any of them may have signed.
  static func read(_ text: String, with secrets: [LinkSecret]) throws(HandoverError) -> Handover {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let code = Base64URL.data(parts[1]) else { throw .forged }
    let isGenuine = secrets.contains {
      HMAC<SHA256>.isValidAuthenticationCode(
        code, authenticating: signed(parts[0]), using: $0.key)
    }
    guard isGenuine, let payload = Base64URL.data(parts[0]),
      let handover = try? JSONDecoder().decode(Handover.self, from: payload)
    else { throw .forged }
    return handover
  }

  private static func signed(_ payload: String) -> Data { Data((purpose + payload).utf8) }
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
