import MockKit
import Mocks

/// A WeChat platform of its own, with the apps that a test wants.
struct WeChatWorld: Sendable {
  static let openid = "oAbcdefghijklmnopqrstuvwxyz1"

  let world: MockWorld
  let wechat: Visitor

  /// - Parameter config: as a file would say it; the bundled apps without one.
  static func run(
    _ config: String? = nil, _ body: (WeChatWorld) async throws -> Void
  ) async throws {
    var options = try MockWorld.options
    options.wechat = try config.map { try WeChatConfig(yaml: $0) }
    options.only = .wechat
    try await MockWorld.run(options) { world in
      try await body(WeChatWorld(world: world, wechat: world.visitor(.wechat)))
    }
  }

  /// An access token of an app of the file.
  func token(_ appid: String = "wx1", _ secret: String = "s1") async throws -> String {
    try await wechat.call(
      "GET", "/cgi-bin/token?grant_type=client_credential&appid=\(appid)&secret=\(secret)"
    ).json["access_token"].text
  }

  /// A call of an endpoint with a new token; its number.
  func code(_ path: String, _ body: String = "{}") async throws -> Int? {
    try await wechat.call("POST", "\(path)?access_token=\(token())", body).json["errcode"].int
  }

  @discardableResult
  func control(_ method: String, _ path: String, _ body: String = "") async throws -> Answer {
    try await wechat.call(method, "/_control/\(path)", body)
  }
}
