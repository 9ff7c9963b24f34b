/// What customer service may send.
enum ServiceMessage: Sendable, Equatable {
  case text(String)
  case image(media: String)
  case link(title: String, description: String, url: String, picture: String)
  case card(title: String, page: String, media: String)
}

/// The body of `POST /cgi-bin/message/custom/send`.
struct ServiceBody: Decodable {
  struct Content: Decodable {
    enum CodingKeys: String, CodingKey {
      case content, title, description, url, pagepath
      case media = "media_id"
      case thumb = "thumb_media_id"
      case picture = "thumb_url"
    }

    let content: String?
    let media: String?
    let title: String?
    let description: String?
    let url: String?
    let picture: String?
    let pagepath: String?
    let thumb: String?
  }

  let touser: String?
  let msgtype: String?
  let text: Content?
  let image: Content?
  let link: Content?
  let miniprogrampage: Content?

  func message() throws(WeChatError) -> ServiceMessage {
    switch msgtype {
    case "text": .text(try Self.need(text?.content, or: .emptyContent))
    case "image": .image(media: try Self.need(image?.media, or: .invalidMedia))
    case "link":
      .link(
        title: try Self.need(link?.title, or: .badData),
        description: try Self.need(link?.description, or: .badData),
        url: try Self.need(link?.url, or: .badData), picture: link?.picture ?? "")
    case "miniprogrampage":
      .card(
        title: try Self.need(miniprogrampage?.title, or: .badData),
        page: try Self.need(miniprogrampage?.pagepath, or: .badData),
        media: try Self.need(miniprogrampage?.thumb, or: .invalidMedia))
    default: throw .invalidMessageType
    }
  }

  private static func need(_ text: String?, or error: WeChatError) throws(WeChatError) -> String {
    guard let text, !text.isEmpty else { throw error }
    return text
  }
}
