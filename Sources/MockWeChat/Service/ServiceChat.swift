import MockKit

/// One message between a person and an app's customer service.
struct ChatEntry: Sendable, Encodable {
  enum Side: String, Sendable, Encodable {
    case person, service
  }

  let from: Side
  /// `text`, `image`, `link` or `miniprogrampage`.
  let type: String
  var content: String?
  var title: String?
  var description: String?
  var url: String?
  var page: String?
  var mediaId: String?
  /// RFC 3339 with milliseconds.
  let at: String
}

extension ChatEntry {
  init(_ message: ServiceMessage, at: String) {
    switch message {
    case .text(let text): self.init(from: .service, type: "text", content: text, at: at)
    case .image(let media): self.init(from: .service, type: "image", mediaId: media, at: at)
    case .link(let title, let description, let url, _):
      self.init(
        from: .service, type: "link", title: title, description: description, url: url, at: at)
    case .card(let title, let page, let media):
      self.init(
        from: .service, type: "miniprogrampage", title: title, page: page, mediaId: media, at: at)
    }
  }
}
