import Crypto
import Foundation
import SwiftASN1
import X509

/// Who vouches for the mocks' servers to those who trust it: made once and kept in a folder.
package struct CertificateAuthority: Sendable {
  private static let name = "linkage mock CA "
  private static let life: TimeInterval = 10 * 365 * 86_400

  /// PEM, to be trusted by clients.
  package let certificatePath: String
  let certificate: Certificate
  let key: Certificate.PrivateKey

  /// Opens the one in the folder, or makes one there.
  package init(in folder: String) throws(AuthorityError) {
    let files = AuthorityFiles(folder: folder)
    try Self.checkPublished(in: files)
    let text = try Self.text(in: files)
    guard let start = text.range(of: "-----BEGIN CERTIFICATE-----")?.lowerBound,
      let certificate = try? Certificate(pemEncoded: String(text[start...])),
      let key = try? Certificate.PrivateKey(pemEncoded: String(text[..<start])),
      key.publicKey == certificate.publicKey
    else { throw .unusable(path: files.keyPath) }
    guard certificate.notValidAfter > Date() else {
      let end = Int64(certificate.notValidAfter.timeIntervalSince1970)
      throw .expired(path: files.keyPath, until: end)
    }
    try files.publish(String(text[start...]))
    certificatePath = files.certificatePath
    (self.certificate, self.key) = (certificate, key)
  }

  /// What somebody else keeps under that name is not written over; an earlier one's certificate is.
  private static func checkPublished(in files: AuthorityFiles) throws(AuthorityError) {
    guard let bytes = files.published else { return }
    guard let old = try? Certificate(pemEncoded: String(decoding: bytes, as: UTF8.self)),
      old.subject.description.contains(name)
    else { throw .foreign(path: files.certificatePath) }
  }

  private static func text(in files: AuthorityFiles) throws(AuthorityError) -> String {
    if let text = try files.read() { return text }
    return try files.keep(make())
  }

  /// A key and its certificate, one after the other.
  private static func make() throws(AuthorityError) -> String {
    let key = P256.Signing.PrivateKey()
    guard let certificate = try? certificate(of: Certificate.PrivateKey(key)),
      let pem = try? certificate.serializeAsPEM().pemString
    else { throw .unusable(path: "ca-key.pem") }
    return key.pemRepresentation + "\n" + pem + "\n"
  }

  private static func certificate(of key: Certificate.PrivateKey) throws -> Certificate {
    let name = try DistinguishedName {
      OrganizationName("linkage")
      CommonName(Self.name + Hexadecimal.random(bytes: 4))
    }
    let now = Date()
    return try Certificate(
      version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: key.publicKey,
      notValidBefore: now - 86_400, notValidAfter: now + life, issuer: name, subject: name,
      signatureAlgorithm: .ecdsaWithSHA256,
      extensions: try Certificate.Extensions {
        Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
        Critical(KeyUsage(keyCertSign: true, cRLSign: true))
        SubjectKeyIdentifier(hash: key.publicKey)
      }, issuerPrivateKey: key)
  }
}
