import Crypto
import Foundation

/// Bytes that depend on the set's seed and a text, and on nothing else.
package struct SeededHash: Sendable {
  private let key: SymmetricKey

  package init(seed: UInt64) {
    key = SymmetricKey(data: withUnsafeBytes(of: seed.littleEndian) { Data($0) })
  }

  /// 32 bytes: HMAC-SHA256 of the text under the seed.
  package func bytes(_ text: String) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key))
  }

  package func number(_ text: String) -> UInt64 {
    bytes(text).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// A fraction in 0 ..< 1.
  package func fraction(_ text: String) -> Double {
    Double(number(text) >> 11) / Double(1 << 53)
  }

  /// Lower-case hexadecimal digits, at most 64.
  package func hex(_ text: String, digits: Int) -> String {
    String(bytes(text).map { Hexadecimal.pair($0) }.joined().prefix(digits))
  }

  /// Letters, digits, `-` and `_`, at most 43.
  package func letters(_ text: String, count: Int) -> String {
    let base64 = Data(bytes(text)).base64EncodedString()
    let safe = base64.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 }
    return String(safe.prefix(min(count, 43)))
  }
}
