/// The keys with which a merchant and WeChat Pay talk to each other.
///
/// What the merchant's description leaves out comes from the development files of `mocks/wechat/`,
/// which everyone may know: they sign nothing but made-up data.
package struct PayKeys: Sendable {
  /// A pair of keys and the name under which it signs.
  package struct Signing: Sendable {
    package let serial: String
    package let signer: PaySigner
  }

  package let mchid: String
  package let cipher: PayCipher
  /// Of the merchant's certificate.
  package let merchantSerial: String
  /// Checks what the merchant signs.
  package let merchant: PayVerifier
  /// What the set's own backend signs with; absent where the merchant is somebody else.
  package let backend: PaySigner?
  package let platformCertificate: PayCertificate
  /// The platform's two ways to sign: by its certificate, and by its public key.
  package let byCertificate: Signing
  package let byPublicKey: Signing

  /// - Parameter files: those of `mocks/wechat/`, by name.
  /// - Throws: `PayKeysError`.
  package init(_ merchant: WeChatMerchant, files: [String: [UInt8]]) throws {
    let source = PayKeySource(merchant: merchant, files: files)
    mchid = merchant.mchid
    guard merchant.apiV3Key.utf8.count == 32 else { throw PayKeysError.keyLength }
    cipher = PayCipher(key: merchant.apiV3Key)
    backend = merchant.certificate == nil ? try source.signer("apiclient_key.pem") : nil
    (merchantSerial, self.merchant) = try source.merchantKey()
    platformCertificate = try source.platformCertificate()
    byCertificate = Signing(
      serial: platformCertificate.serial,
      signer: try source.signer("wechatpay_key.pem", own: merchant.platform?.privateKey))
    byPublicKey = Signing(
      serial: merchant.platform?.publicKeyId ?? "PUB_KEY_ID_01\(mchid)2020010100000000000001",
      signer: try source.signer("pub_key_key.pem", own: merchant.platform?.privateKey))
  }

  /// Whoever wants the public key names it in the request.
  package func signing(for serial: String?) -> Signing {
    serial == byPublicKey.serial ? byPublicKey : byCertificate
  }
}
