package import Foundation

/// What WeChat Pay needs of an X.509 certificate.
package struct PayCertificate: Sendable {
  package enum Problem: Error, Sendable {
    case notPEM, notX509
  }

  static let header = "-----BEGIN CERTIFICATE-----"
  private static let footer = "-----END CERTIFICATE-----"

  package let pem: String
  /// Upper-case hexadecimal digits.
  package let serial: String
  /// Such as `20200101000000Z`.
  package let begins: String
  package let ends: String
  /// DER: its SubjectPublicKeyInfo.
  package let publicKey: Data

  package init(pem: String) throws {
    guard let start = pem.range(of: Self.header), let end = pem.range(of: Self.footer),
      start.upperBound < end.lowerBound,
      let bytes = Data(
        base64Encoded: String(pem[start.upperBound..<end.lowerBound]),
        options: .ignoreUnknownCharacters)
    else { throw Problem.notPEM }
    self.pem = pem
    var document = DERReader(bytes)
    var outer = try document.enter()
    var fields = try outer.enter()
    // Version 1 does not say its version.
    if fields.tag == 0xA0 { _ = try fields.next() }
    serial = try fields.next().drop { $0 == 0 }
      .map { Hexadecimal.pair($0).uppercased() }.joined()
    _ = try fields.next()
    _ = try fields.next()
    var validity = try fields.enter()
    begins = try validity.time()
    ends = try validity.time()
    _ = try fields.next()
    publicKey = try fields.whole()
  }

  /// A moment of a certificate as the platform writes it: RFC 3339 in China's time.
  package static func moment(_ text: String) -> String? {
    let style = Date.ISO8601FormatStyle()
    let digits = Array(text)
    guard digits.count == 15 else { return nil }
    func part(_ range: Range<Int>) -> String { String(digits[range]) }
    let date = "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))"
    let time = "\(part(8..<10)):\(part(10..<12)):\(part(12..<14))"
    return (try? style.parse("\(date)T\(time)Z")).map {
      ChinaTime.text(.seconds(Int64($0.timeIntervalSince1970)))
    }
  }
}
