import Crypto
import Foundation
import Synchronization

/// The keys of the link, newest first. While there are several, each message carries a signature of
/// each and any of them is accepted, so that the two sides need not change at one moment.
package final class LinkKeys: Sendable {
  private let secrets: Mutex<[LinkSecret]>

  /// - Parameter secrets: newest first; at least one.
  package init(_ secrets: [LinkSecret]) {
    self.secrets = Mutex(secrets)
  }

  package var all: [LinkSecret] { secrets.withLock { $0 } }

  /// The one to sign with where a single signature must do: the other side may know no older one.
  var newest: LinkSecret { secrets.withLock { $0[0] } }

  /// Puts a key before those that are in use.
  package func rotate(to secret: LinkSecret) {
    secrets.withLock { secrets in
      secrets.removeAll { $0.fingerprint == secret.fingerprint }
      secrets.insert(secret, at: 0)
    }
  }

  /// Leaves the newest key alone.
  /// - Returns: the keys that nobody accepts any more.
  package func retire() -> [LinkSecret] {
    secrets.withLock { secrets in
      defer { secrets = Array(secrets.prefix(1)) }
      return Array(secrets.dropFirst())
    }
  }
}

extension LinkSecret {
  /// 192 random bits, the least that Standard Webhooks recommends.
  package static func random() -> LinkSecret {
    LinkSecret(key: SymmetricKey(size: .bits192))
  }

  /// As it is written, `whsec_<base64>`.
  package var text: String {
    "whsec_" + key.withUnsafeBytes { Data($0) }.base64EncodedString()
  }

  /// Tells keys apart and gives none away.
  package var fingerprint: String {
    SHA256.hash(data: key.withUnsafeBytes { Data($0) }).prefix(4).map { Hexadecimal.pair($0) }
      .joined()
  }
}
