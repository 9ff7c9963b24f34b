import MockKit

/// `POST /wxa/getwxacodeunlimit`.
struct UnlimitedCodeEndpoint: WeChatEndpoint {
  private struct Body: Decodable {
    private enum CodingKeys: String, CodingKey {
      case scene, page
      case checksPath = "check_path"
      case version = "env_version"
    }

    let scene: String?
    let page: String?
    let checksPath: Bool?
    let version: String?
  }

  private static let longestScene = 32

  let desk: LinkDesk

  func answer(_ call: Call) throws(WeChatError) -> WeChatAnswer {
    let book = try desk.book(of: call)
    let (body, style) = try call.wechatBody(Joined<Body, CodeStyle>.self).both
    let scene = try scene(body)
    guard let version = AppVersion(rawValue: body.version ?? "release") else {
      throw .invalidArguments
    }
    let page = try page(body, in: book)
    let destination = Destination(
      path: page, query: "scene=" + LinkText.encodeComponent(scene), version: version)
    let text = CodeText(appid: book.app.appid, destination: destination, shape: .round)
    return try CodePicture(text.url(at: call.host), style).answer
  }

  private func scene(_ body: Body) throws(WeChatError) -> String {
    guard let scene = body.scene, (1...Self.longestScene).contains(scene.count) else {
      throw .sceneLength
    }
    guard LinkText.isScene(scene) else { throw .invalidScene }
    guard !scene.contains("scancode_time") else { throw .reservedField }
    return scene
  }

  /// Neither a slash before it nor a query is taken, whether or not the page is looked for.
  private func page(_ body: Body, in book: LinkBook) throws(WeChatError) -> String {
    let page = body.page ?? ""
    guard !page.hasPrefix("/"), !page.contains("?"), page.utf8.count <= 1024 else {
      throw .invalidPage
    }
    guard body.checksPath == false || book.has(page) else {
      throw .invalidPage
    }
    return page
  }
}
