/// Somebody of the customer service, as WeCom shows them to customers. Made up.
package struct ServiceContact: Sendable, Equatable, Codable {
  package let name: String
  package let nameEn: String
  /// Where the chat takes place.
  package let channel: String
  /// Opens the chat in WeChat.
  package let link: String

  package static let shop = ServiceContact(
    name: "客服小联", nameEn: "Lian, customer service", channel: "wecom",
    link: "https://work.weixin.qq.com/kfid/kfc3413d8eb7a9b0c1d2e")
}
