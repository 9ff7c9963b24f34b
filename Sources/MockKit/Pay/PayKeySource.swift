/// Where the keys come from.
struct PayKeySource {
  let merchant: WeChatMerchant
  let files: [String: [UInt8]]

  func signer(_ name: String, own: String? = nil) throws(PayKeysError) -> PaySigner {
    let pem = try text(own, else: name)
    do {
      return try PaySigner(pem: pem)
    } catch {
      throw .unreadable(own == nil ? name : "merchant.platform.privateKey")
    }
  }

  func merchantKey() throws(PayKeysError) -> (String, PayVerifier) {
    let pem = try text(merchant.certificate, else: "apiclient_cert.pem")
    let name = merchant.certificate == nil ? "apiclient_cert.pem" : "merchant.certificate"
    let certificate = try? PayCertificate(pem: pem)
    guard let serial = merchant.serial ?? certificate?.serial else { throw .serialMissing }
    guard let verifier = try? PayVerifier(pem: pem) else { throw .unreadable(name) }
    return (serial.uppercased(), verifier)
  }

  func platformCertificate() throws(PayKeysError) -> PayCertificate {
    let own = merchant.platform?.certificate
    guard (own == nil) == (merchant.platform?.privateKey == nil) else { throw .halfPlatform }
    let pem = try text(own, else: "wechatpay_cert.pem")
    guard let certificate = try? PayCertificate(pem: pem) else {
      throw .unreadable(own == nil ? "wechatpay_cert.pem" : "merchant.platform.certificate")
    }
    return certificate
  }

  private func text(_ own: String?, else name: String) throws(PayKeysError) -> String {
    if let own { return own }
    guard let bytes = files[name] else { throw .fileMissing(name) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
