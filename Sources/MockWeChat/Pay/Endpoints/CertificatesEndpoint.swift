import Foundation
import MockKit

/// `GET /v3/certificates`: the platform's certificate, encrypted.
struct CertificatesEndpoint: PayEndpoint {
  private struct List: Encodable {
    let data: [Entry]
  }

  private struct Entry: Encodable {
    private enum CodingKeys: String, CodingKey {
      case serial = "serial_no"
      case begins = "effective_time"
      case ends = "expire_time"
      case sealed = "encrypt_certificate"
    }

    let serial: String
    let begins: String?
    let ends: String?
    let sealed: SealedText
  }

  let desk: PayDesk

  func answer(_ call: Call) async throws -> PayAnswer {
    let certificate = desk.keys.platformCertificate
    let sealed = try SealedText(
      Data(certificate.pem.utf8), by: desk.keys.cipher, associatedData: "certificate")
    return try .fields(
      List(data: [
        Entry(
          serial: certificate.serial, begins: PayCertificate.moment(certificate.begins),
          ends: PayCertificate.moment(certificate.ends), sealed: sealed)
      ]))
  }
}

/// What only the merchant's APIv3 key opens.
struct SealedText: Encodable {
  private enum CodingKeys: String, CodingKey {
    case algorithm, nonce, ciphertext
    case type = "original_type"
    case associatedData = "associated_data"
  }

  private let algorithm = PayCipher.algorithm
  private let type: String?
  private let nonce: String
  private let associatedData: String
  private let ciphertext: String

  init(
    _ text: Data, by cipher: PayCipher, type: String? = nil, associatedData: String
  ) throws {
    self.type = type
    self.associatedData = associatedData
    nonce = Hexadecimal.random(bytes: 6)
    ciphertext = try cipher.seal(text, nonce: nonce, associatedData: associatedData)
  }
}
