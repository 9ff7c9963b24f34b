import Crypto
import CryptoExtras
package import Foundation

/// Signs as `WECHATPAY2-SHA256-RSA2048` says: RSA with PKCS #1 v1.5 over SHA-256.
package struct PaySigner: Sendable {
  private let key: _RSA.Signing.PrivateKey

  /// - Parameter pem: a private key, PKCS #8 or PKCS #1.
  package init(pem: String) throws {
    key = try _RSA.Signing.PrivateKey(pemRepresentation: pem)
  }

  /// In Base64.
  package func sign(_ message: Data) throws -> String {
    try key.signature(for: message, padding: .insecurePKCS1v1_5)
      .rawRepresentation.base64EncodedString()
  }

  package var verifier: PayVerifier { PayVerifier(key: key.publicKey) }
}

/// Checks what a `PaySigner` has signed.
package struct PayVerifier: Sendable {
  private let key: _RSA.Signing.PublicKey

  fileprivate init(key: _RSA.Signing.PublicKey) {
    self.key = key
  }

  /// - Parameter pem: a public key or a certificate.
  package init(pem: String) throws {
    if pem.contains(PayCertificate.header) {
      let certificate = try PayCertificate(pem: pem)
      key = try _RSA.Signing.PublicKey(derRepresentation: certificate.publicKey)
    } else {
      key = try _RSA.Signing.PublicKey(pemRepresentation: pem)
    }
  }

  /// - Parameter signature: in Base64.
  package func accepts(_ signature: String, of message: Data) -> Bool {
    guard let bytes = Data(base64Encoded: signature) else { return false }
    return key.isValidSignature(
      _RSA.Signing.RSASignature(rawRepresentation: bytes), for: message,
      padding: .insecurePKCS1v1_5)
  }
}
