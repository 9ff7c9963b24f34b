import Crypto
import CryptoExtras
import Foundation
import MockKit

/// What a device and the platform do with a session key.
package struct SessionSeal: Sendable {
  /// 16 bytes in base64.
  private let key: String

  package init(key: String) {
    self.key = key
  }

  /// `encryptedData`: AES-128 in CBC mode with PKCS#7 padding, in base64.
  ///
  /// - Parameter iv: 16 bytes.
  package func encrypt(_ text: String, iv: [UInt8]) throws -> String {
    let bytes = Data(base64Encoded: key) ?? Data()
    let sealed = try AES._CBC.encrypt(
      Data(text.utf8), using: SymmetricKey(data: bytes), iv: AES._CBC.IV(ivBytes: iv))
    return sealed.base64EncodedString()
  }

  /// `signature` of `rawData`: SHA-1 of the data and the key's text after it, in hexadecimal digits.
  package func signature(ofRaw rawData: String) -> String {
    Insecure.SHA1.hash(data: Data((rawData + key).utf8)).map(Hexadecimal.pair).joined()
  }

  /// HMAC-SHA256 of the text under the key's text as it stands, in hexadecimal digits.
  package func signature(of text: String) -> String {
    let key = SymmetricKey(data: Data(key.utf8))
    return HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key)
      .map(Hexadecimal.pair).joined()
  }
}

extension [UInt8] {
  var base64: String { Data(self).base64EncodedString() }
}
