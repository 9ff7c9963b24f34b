import Crypto
package import Foundation

/// `AEAD_AES_256_GCM` with a merchant's APIv3 key.
package struct PayCipher: Sendable {
  package static let algorithm = "AEAD_AES_256_GCM"
  private static let tagLength = 16

  private let key: SymmetricKey

  /// - Parameter key: 32 bytes; 16 or 24 are taken, too.
  package init(key: String) {
    self.key = SymmetricKey(data: Data(key.utf8))
  }

  /// - Parameter nonce: 12 bytes.
  /// - Returns: ciphertext and tag, in Base64.
  package func seal(_ text: Data, nonce: String, associatedData: String) throws -> String {
    let box = try AES.GCM.seal(
      text, using: key, nonce: AES.GCM.Nonce(data: Data(nonce.utf8)),
      authenticating: Data(associatedData.utf8))
    return (box.ciphertext + box.tag).base64EncodedString()
  }

  /// - Returns: nothing where the text is not Base64 or was made with something else.
  package func open(_ sealed: String, nonce: String, associatedData: String) -> Data? {
    guard let bytes = Data(base64Encoded: sealed), bytes.count >= Self.tagLength,
      let nonce = try? AES.GCM.Nonce(data: Data(nonce.utf8)),
      let box = try? AES.GCM.SealedBox(
        nonce: nonce, ciphertext: bytes.dropLast(Self.tagLength),
        tag: bytes.suffix(Self.tagLength))
    else { return nil }
    return try? AES.GCM.open(box, using: key, authenticating: Data(associatedData.utf8))
  }
}
