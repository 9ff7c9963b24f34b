import Crypto
import CryptoExtras
import Foundation
package import MockKit

/// Encrypts messages for one app, and decrypts its answers: AES-256-CBC over 16 random bytes, the
/// length in four bytes, the text and the appid, padded to 32 bytes.
package struct PushCipher: Sendable {
  /// Why something cannot be decrypted.
  package enum Problem: Error, Equatable {
    case notEncrypted
    case anotherApp(String)
  }

  private static let block = 32
  private static let salt = 16

  package let key: PushKey
  package let appid: String

  package init(key: PushKey, appid: String) {
    self.key = key
    self.appid = appid
  }

  /// Base64.
  ///
  /// - Parameter salt: 16 bytes that nobody can guess.
  package func seal(_ text: String, salt: [UInt8]) throws -> String {
    let body = Array(text.utf8)
    let length = withUnsafeBytes(of: UInt32(body.count).bigEndian, Array.init)
    var bytes: [UInt8] = Array(salt.prefix(Self.salt))
    bytes += length + body + Array(appid.utf8)
    let padding = Self.block - bytes.count % Self.block
    bytes += [UInt8](repeating: UInt8(padding), count: padding)
    return try AES._CBC.encrypt(bytes, using: secret, iv: start, noPadding: true)
      .base64EncodedString()
  }

  package func open(_ sealed: String) throws(Problem) -> String {
    guard let data = Data(base64Encoded: sealed), !data.isEmpty,
      let bytes = try? AES._CBC.decrypt(data, using: secret, iv: start, noPadding: true),
      let padding = bytes.last, (1...Self.block).contains(Int(padding)),
      bytes.count >= Self.salt + 4 + Int(padding)
    else { throw .notEncrypted }
    return try text(in: Array(bytes.dropFirst(Self.salt).dropLast(Int(padding))))
  }

  private func text(in bytes: [UInt8]) throws(Problem) -> String {
    let length = bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    guard 4 + length <= bytes.count else { throw .notEncrypted }
    let owner = String(decoding: bytes[(4 + length)...], as: UTF8.self)
    guard owner == appid else { throw .anotherApp(owner) }
    return String(decoding: bytes[4..<(4 + length)], as: UTF8.self)
  }

  private var secret: SymmetricKey { SymmetricKey(data: key.bytes) }

  private var start: AES._CBC.IV {
    get throws { try AES._CBC.IV(ivBytes: key.bytes.prefix(16)) }
  }
}
