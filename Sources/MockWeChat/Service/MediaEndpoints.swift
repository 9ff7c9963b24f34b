import Foundation
import MockKit

/// `POST /cgi-bin/media/upload?type=image`: a form with the picture in a field of its own.
struct UploadEndpoint: WeChatEndpoint {
  let context: WeChatContext
  let media: MediaBook
  /// In bytes.
  private static let largest = 1 << 20

  func answer(_ call: Call) throws(WeChatError) -> WeChatAnswer {
    let app = try context.tokens.check(call.query["access_token"])
    guard call.query["type"] == "image" else { throw .invalidMediaType }
    guard let bytes = FormFile.first(in: call.body), !bytes.isEmpty else { throw .mediaMissing }
    guard bytes.count <= Self.largest else { throw .invalidImageSize }
    guard let type = ImageType.of(bytes) else { throw .invalidFileType }
    let id = media.add(bytes, type: type, of: app.appid)
    return .fields([
      ("type", .text("image")), ("media_id", .text(id)),
      ("created_at", .number(context.clock.seconds)),
    ])
  }
}

/// `GET /cgi-bin/media/get?media_id=`.
struct MediaEndpoint: WeChatEndpoint {
  let context: WeChatContext
  let media: MediaBook

  func answer(_ call: Call) throws(WeChatError) -> WeChatAnswer {
    let app = try context.tokens.check(call.query["access_token"])
    guard let found = media.find(call.query["media_id"] ?? "", of: app.appid) else {
      throw .invalidMedia
    }
    return .file(found.bytes, contentType: found.type)
  }
}

/// What kind of picture some bytes are, by how they begin.
enum ImageType {
  static func of(_ bytes: Data) -> String? {
    if bytes.starts(with: [0x89, 0x50, 0x4e, 0x47]) { return "image/png" }
    if bytes.starts(with: [0xff, 0xd8, 0xff]) { return "image/jpeg" }
    return bytes.starts(with: Data("GIF8".utf8)) ? "image/gif" : nil
  }
}

/// Files in the body of a form.
enum FormFile {
  /// The first one. The form's own first line says where parts end, whatever the request's header says.
  static func first(in body: Data) -> Data? {
    let line = Data("\r\n".utf8)
    guard let end = body.range(of: line) else { return nil }
    let boundary = Data("\r\n".utf8) + body[body.startIndex..<end.lowerBound]
    var rest = body[end.upperBound...]
    while let head = rest.range(of: Data("\r\n\r\n".utf8)) {
      let content = rest[head.upperBound...]
      guard let close = content.range(of: boundary) else { return nil }
      let names = String(decoding: rest[rest.startIndex..<head.lowerBound], as: UTF8.self)
      if names.contains("filename") { return Data(content[content.startIndex..<close.lowerBound]) }
      rest = content[close.upperBound...]
    }
    return nil
  }
}
