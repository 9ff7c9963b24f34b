import Crypto
import Foundation
import NIOSSL
import SwiftASN1
import X509

/// What a server shows to clients that ask for TLS: a key that never leaves the process, and a certificate
/// for its names.
package struct ServerIdentity: Sendable {
  /// Where clients of the real platform turn to.
  package static let platformNames = [
    "api.weixin.qq.com", "api.mch.weixin.qq.com", "open.weixin.qq.com",
  ]
  /// This machine, as itself.
  package static let ownNames = ["localhost", "127.0.0.1", "::1"]

  /// Clients of Apple's refuse what lives longer.
  private static let life: TimeInterval = 397 * 86_400

  let configuration: TLSConfiguration

  /// - Parameter names: hosts' names and IP addresses.
  package init(
    for names: [String], by authority: CertificateAuthority
  ) throws(AuthorityError) {
    let alternatives = try names.map { name throws(AuthorityError) in try Self.alternative(name) }
    let key = P256.Signing.PrivateKey()
    do {
      let certificate = try Self.certificate(alternatives, of: .init(key.publicKey), by: authority)
      let pem = try certificate.serializeAsPEM().pemString
      configuration = TLSConfiguration.makeServerConfiguration(
        certificateChain: try NIOSSLCertificate.fromPEMBytes(Array(pem.utf8)).map {
          .certificate($0)
        },
        privateKey: .privateKey(
          try NIOSSLPrivateKey(bytes: Array(key.pemRepresentation.utf8), format: .pem)))
    } catch {
      throw .notKept(path: authority.certificatePath, reason: "\(error)")
    }
  }

  private static func certificate(
    _ names: [GeneralName], of key: Certificate.PublicKey, by authority: CertificateAuthority
  ) throws -> Certificate {
    let now = Date()
    let issuer = SubjectKeyIdentifier(hash: authority.certificate.publicKey)
    return try Certificate(
      version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: key,
      notValidBefore: now - 86_400,
      notValidAfter: min(now + life, authority.certificate.notValidAfter),
      issuer: authority.certificate.subject,
      subject: try DistinguishedName { CommonName("linkage mock") },
      signatureAlgorithm: .ecdsaWithSHA256,
      extensions: try Certificate.Extensions {
        Critical(BasicConstraints.notCertificateAuthority)
        Critical(KeyUsage(digitalSignature: true))
        try ExtendedKeyUsage([.serverAuth])
        SubjectKeyIdentifier(hash: key)
        AuthorityKeyIdentifier(keyIdentifier: issuer.keyIdentifier)
        SubjectAlternativeNames(names)
      }, issuerPrivateKey: authority.key)
  }

  private static func alternative(_ name: String) throws(AuthorityError) -> GeneralName {
    if let bytes = address(name, AF_INET, 4) ?? address(name, AF_INET6, 16) {
      return .ipAddress(ASN1OctetString(contentBytes: bytes[...]))
    }
    guard name.wholeMatch(of: /(\*\.)?[A-Za-z0-9_\-]+(\.[A-Za-z0-9_\-]+)*/) != nil else {
      throw .badName(name)
    }
    return .dnsName(name)
  }

  private static func address(_ text: String, _ family: Int32, _ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    return inet_pton(family, text, &bytes) == 1 ? bytes : nil
  }
}
