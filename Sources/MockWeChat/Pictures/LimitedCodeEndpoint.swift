import MockKit

/// `POST /wxa/getwxacode` and `POST /cgi-bin/wxaapp/createwxaqrcode`.
struct LimitedCodeEndpoint: WeChatEndpoint {
  private struct Body: Decodable {
    private enum CodingKeys: String, CodingKey {
      case path
      case version = "env_version"
    }

    let path: String?
    let version: String?
  }

  let shape: CodeText.Shape
  let desk: LinkDesk

  func answer(_ call: Call) throws(WeChatError) -> WeChatAnswer {
    let book = try desk.book(of: call)
    let (body, style) = try call.wechatBody(Joined<Body, CodeStyle>.self).both
    guard let path = body.path, !path.isEmpty, isShort(path) else { throw .pathLength }
    guard !path.contains("scancode_time") else { throw .reservedField }
    guard shape == .square || !style.isOutside else { throw .invalidWidth }
    let version = try version(body)
    let text = CodeText(
      appid: book.app.appid, destination: Destination(page: path, version: version), shape: shape)
    let picture = try CodePicture(text.url(at: call.host), style).answer
    try book.countCode(path)
    return picture
  }

  private func isShort(_ path: String) -> Bool {
    shape == .round ? path.utf8.count <= 1024 : path.count <= 128
  }

  /// A QR code opens what is released.
  private func version(_ body: Body) throws(WeChatError) -> AppVersion {
    guard shape == .round else { return .release }
    guard let version = AppVersion(rawValue: body.version ?? "release") else {
      throw .invalidArguments
    }
    return version
  }
}
