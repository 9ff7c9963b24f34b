import Foundation
import MockKit

/// `POST /_control/devices/{openid or phone}/messages` `{msgType, …}`: a person writes to an app's customer service
/// (`text`, `image`, `miniprogrampage`) or opens the chat (`event`).
struct PersonWritesHandler: Handler {
  private struct Body: Decodable {
    enum CodingKeys: String, CodingKey, CaseIterable {
      case msgType, content, title, pagePath, sessionFrom, appid, copies
    }

    let msgType: String
    let content: String?
    let title: String?
    let pagePath: String?
    /// Who opened the chat where: what the button's `session-from` says.
    let sessionFrom: String?
    let appid: String?
    let copies: Int?
  }

  let context: WeChatContext
  let book: ServiceBook
  let media: MediaBook

  func answer(_ call: Call) async throws -> Reply {
    let body = try call.control(Body.self, Body.CodingKeys.self)
    let openid = context.openid(of: call.parameters["openid"] ?? "")
    let app = try context.app(named: body.appid, of: openid)
    let copies = try PushName.check(copies: body.copies)
    let message = try message(body, by: openid, in: app)
    return try .json(
      PostedView(context.push.post(message, of: app, copies: copies), of: app), status: 201)
  }

  private func message(
    _ body: Body, by openid: String, in app: SeedData.App
  ) throws(InvalidRequest) -> PushMessage {
    switch body.msgType {
    case "event": return enter(body, openid, app)
    case "text": return try text(body, openid, app)
    case "image": return image(openid, app)
    case "miniprogrampage": return try card(body, openid, app)
    default:
      throw InvalidRequest(
        field: "msgType", reason: .outside("one of text, image, miniprogrampage, event"))
    }
  }

  private func enter(_ body: Body, _ openid: String, _ app: SeedData.App) -> PushMessage {
    book.open(.entering, openid)
    return .event(
      "user_enter_tempsession", by: openid, to: app.originalId, at: context.clock.seconds,
      more: [.init("SessionFrom", .text(body.sessionFrom ?? ""))])
  }

  private func text(
    _ body: Body, _ openid: String, _ app: SeedData.App
  ) throws(InvalidRequest) -> PushMessage {
    let content = try need(body.content, "content")
    let entry = ChatEntry(
      from: .person, type: "text", content: content, at: context.clock.timestamp)
    return write(entry, [.init("Content", .text(content))], openid, app)
  }

  private func image(_ openid: String, _ app: SeedData.App) -> PushMessage {
    let id = media.add(SamplePicture.bytes, type: SamplePicture.type, of: app.appid)
    let entry = ChatEntry(
      from: .person, type: "image", mediaId: id, at: context.clock.timestamp)
    return write(
      entry, [.init("PicUrl", .text(SamplePicture.url(id))), .init("MediaId", .text(id))], openid,
      app)
  }

  private func card(
    _ body: Body, _ openid: String, _ app: SeedData.App
  ) throws(InvalidRequest) -> PushMessage {
    let (title, page) = (try need(body.title, "title"), try need(body.pagePath, "pagePath"))
    let id = media.add(SamplePicture.bytes, type: SamplePicture.type, of: app.appid)
    let entry = ChatEntry(
      from: .person, type: "miniprogrampage", title: title, page: page, mediaId: id,
      at: context.clock.timestamp)
    let fields: [PushMessage.Field] = [
      .init("Title", .text(title)), .init("AppId", .text(app.appid)),
      .init("PagePath", .text(page)), .init("ThumbUrl", .text(SamplePicture.url(id))),
      .init("ThumbMediaId", .text(id)),
    ]
    return write(entry, fields, openid, app)
  }

  private func write(
    _ entry: ChatEntry, _ fields: [PushMessage.Field], _ openid: String, _ app: SeedData.App
  ) -> PushMessage {
    book.open(.message, openid)
    book.add(entry, to: openid)
    let number = PushMessage.Field("MsgId", .number(context.push.book.nextMessage()))
    // A card's number stands before its contents.
    let all = entry.type == "miniprogrampage" ? [number] + fields : fields + [number]
    return PushMessage(
      to: app.originalId, from: openid, at: context.clock.seconds, type: entry.type, all)
  }

  private func need(_ text: String?, _ field: String) throws(InvalidRequest) -> String {
    guard let text, !text.isEmpty else { throw InvalidRequest(field: field, reason: .missing) }
    return text
  }
}

/// `GET /_control/devices/{openid or phone}/chat`: what the person sees of the chat, the oldest first.
struct ChatHandler: Handler {
  private struct View: Encodable {
    let items: [ChatEntry]
  }

  let context: WeChatContext
  let book: ServiceBook

  func answer(_ call: Call) async throws -> Reply {
    let openid = context.openid(of: call.parameters["openid"] ?? "")
    return try .json(View(items: book.chat(of: openid)))
  }
}

extension WeChatContext {
  /// Who somebody is to the set's mini-program, named by openid or phone.
  func openid(of person: String) -> String {
    guard (try? MobileNumber.check(person)) != nil else { return person }
    return WeChatIdentity(of: person, seed: seed).openid
  }
}

/// What people send as their picture: one grey dot.
enum SamplePicture {
  static let type = "image/gif"
  static let bytes = Data([
    0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0, 1, 0, 0x80, 0, 0, 0x80, 0x80, 0x80, 0, 0, 0, 0x2c, 0,
    0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3b,
  ])

  /// Nothing is served there: pictures are fetched with `GET /cgi-bin/media/get`.
  static func url(_ id: String) -> String { "http://mmbiz.qpic.cn/mmbiz_jpg/\(id)/0" }
}
