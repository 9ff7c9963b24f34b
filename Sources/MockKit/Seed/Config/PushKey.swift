import Foundation

/// An `EncodingAESKey`: 43 letters and digits that stand for 32 bytes.
package struct PushKey: Sendable, Equatable {
  package let text: String
  package let bytes: [UInt8]

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)

  /// Nothing where it is not of that form.
  package init?(_ text: String) {
    let digits = text.utf8.compactMap(Self.alphabet.firstIndex)
    guard text.utf8.count == 43, digits.count == 43, let last = digits.last else { return nil }
    // 43 digits are two bits more than 32 bytes: any of them may be set, which decoders refuse.
    let end = String(UnicodeScalar(Self.alphabet[last & ~3]))
    guard let data = Data(base64Encoded: text.dropLast() + end + "=") else { return nil }
    self.text = text
    bytes = Array(data)
  }
}
