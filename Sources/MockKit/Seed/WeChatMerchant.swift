/// Who is paid by WeChat Pay. What is absent comes from the development files of `mocks/wechat/`.
package struct WeChatMerchant: Sendable, Equatable, Decodable {
  package let mchid: String
  /// 32 bytes.
  package let apiV3Key: String
  /// Of the merchant's certificate, in hexadecimal digits; needed where only a public key is given.
  package let serial: String?
  /// PEM: the merchant's certificate or public key.
  package let certificate: String?
  package let platform: Platform?

  /// What WeChat Pay signs with.
  package struct Platform: Sendable, Equatable, Decodable {
    /// Such as `PUB_KEY_ID_…`.
    package let publicKeyId: String?
    /// PEM.
    package let privateKey: String?
    /// PEM.
    package let certificate: String?
  }
}
