import Foundation
import MockKit
import Testing

@Suite("The cryptography of WeChat Pay") struct PayCryptoTests {
  private static func file(_ name: String) throws -> String {
    let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: top.appending(path: "mocks/wechat/\(name)"), encoding: .utf8)
  }

  @Test("opens what the platform's own example has sealed, and nothing that was touched")
  func vector() throws {
    let cipher = PayCipher(key: "testAPIv3Key0000")
    let (nonce, data) = ("wCq51qZv4Yfg", "Dl56FrqWQJF1t9LtC3vEUsniZKvbqdR8")
    let sealed = "FsdXzxryWfKwvLJKf8LG/ToRPTRh8RN9wROC"
    let text = cipher.open(sealed, nonce: nonce, associatedData: data)
    #expect(text == Data("Hello World".utf8))
    let made = try cipher.seal(Data("Hello World".utf8), nonce: nonce, associatedData: data)
    #expect(made == sealed)
    #expect(cipher.open(sealed, nonce: nonce, associatedData: "other") == nil)
    #expect(cipher.open("AAAA", nonce: nonce, associatedData: data) == nil)
    let other = PayCipher(key: "testAPIv3Key0001")
    #expect(other.open(sealed, nonce: nonce, associatedData: data) == nil)
  }

  @Test("reads a certificate's serial number, its time and its key")
  func certificate() throws {
    let certificate = try PayCertificate(pem: try Self.file("wechatpay_cert.pem"))
    #expect(certificate.serial == "7A3E91D5C84F42B6A0D7E5193B6C8F240E95D1B7")
    #expect(PayCertificate.moment(certificate.begins) == "2020-01-01T08:00:00+08:00")
    #expect(PayCertificate.moment(certificate.ends) == "2100-01-01T07:59:59+08:00")
    let signer = try PaySigner(pem: try Self.file("wechatpay_key.pem"))
    let message = PayMessage.lines(["a", "b"])
    let verifier = try PayVerifier(pem: certificate.pem)
    let signature = try signer.sign(message)
    #expect(verifier.accepts(signature, of: message))
    #expect(!verifier.accepts(signature, of: PayMessage.lines(["a", "c"])))
  }

  @Test("the public key belongs to its private one, and not to the certificate's")
  func publicKey() throws {
    let signer = try PaySigner(pem: try Self.file("pub_key_key.pem"))
    let message = Data("x".utf8)
    let signature = try signer.sign(message)
    let own = try PayVerifier(pem: try Self.file("pub_key.pem"))
    let other = try PayVerifier(pem: try Self.file("wechatpay_cert.pem"))
    #expect(own.accepts(signature, of: message) && !other.accepts(signature, of: message))
  }

  @Test("a certificate that is cut short is none, wherever it ends")
  func cut() throws {
    let body = try Self.file("wechatpay_cert.pem").split(separator: "\n").dropFirst().dropLast()
    let bytes = try #require(Data(base64Encoded: body.joined()))
    for length in stride(from: 0, to: bytes.count / 2, by: 7) {
      let text = bytes.prefix(length).base64EncodedString()
      let pem = "-----BEGIN CERTIFICATE-----\n\(text)\n-----END CERTIFICATE-----"
      #expect(throws: (any Error).self) { try PayCertificate(pem: pem) }
    }
  }
}
