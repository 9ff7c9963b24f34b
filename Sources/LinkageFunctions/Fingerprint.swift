import Crypto

/// A hash by which masked secrets can be compared within one run and not guessed from outside.
package enum Fingerprint {
  /// A function with a new random key: eight hex digits of HMAC-SHA256.
  package static func make() -> @Sendable (String) -> String {
    let key = SymmetricKey(size: .bits256)
    return { secret in
      let code = HMAC<SHA256>.authenticationCode(for: Array(secret.utf8), using: key)
      let number = code.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      let digits = String(number, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }
  }
}
