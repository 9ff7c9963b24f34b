import Crypto
import Foundation

/// A shared key of the link, written `whsec_<base64>` as in Standard Webhooks.
package struct LinkSecret: Sendable {
  let key: SymmetricKey

  init(key: SymmetricKey) {
    self.key = key
  }

  /// Nothing where the text has another form.
  package init?(_ text: String) {
    let prefix = "whsec_"
    guard text.hasPrefix(prefix), let bytes = Data(base64Encoded: String(text.dropFirst(6))),
      !bytes.isEmpty
    else { return nil }
    key = SymmetricKey(data: bytes)
  }
}
