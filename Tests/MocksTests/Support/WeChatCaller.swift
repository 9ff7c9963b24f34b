import Crypto
import CryptoExtras
import Foundation
import MockKit
import Mocks

/// A mini-program's back end, and what its user's phone does, by the mock's controls.
struct WeChatCaller {
  let world: MockWorld
  var appid = WeChatTests.appid
  var secret = WeChatTests.secret

  var platform: Visitor { world.visitor(.wechat) }

  var app: String { "appid=\(appid)&secret=\(secret)" }

  /// Runs alone, on the bundled apps or those of a file.
  static func run(
    _ config: String? = nil, anyCode: Bool = false, _ body: (WeChatCaller) async throws -> Void
  ) async throws {
    var options = try MockWorld.options
    options.only = .wechat
    options.anyCode = anyCode
    if let config { options.wechat = try WeChatConfig(yaml: config) }
    try await MockWorld.run(options) { try await body(WeChatCaller(world: $0)) }
  }

  func codes(_ body: String = #"{"phone":"13800000001"}"#) async throws -> JSON {
    try await platform.call("POST", "/_control/login-codes", body).json
  }

  func session(_ code: String) async throws -> Answer {
    try await platform.call(
      "GET", "/sns/jscode2session?\(app)&js_code=\(code)&grant_type=authorization_code")
  }

  /// Openid, unionid and session key of the phone's WeChat user.
  func logIn() async throws -> JSON { try await session(codes()["code"].text).json }

  func token() async throws -> String {
    try await platform.call("GET", "/cgi-bin/token?grant_type=client_credential&\(app)")
      .json["access_token"].text
  }

  func control(_ path: String, _ body: String = "") async throws -> Answer {
    try await platform.call("POST", "/_control/\(path)", body)
  }

  /// What a back end makes of encrypted data.
  static func open(_ sealed: JSON, key: String) throws -> JSON {
    let key = Data(base64Encoded: key) ?? Data()
    let iv = try AES._CBC.IV(ivBytes: Data(base64Encoded: sealed["iv"].text) ?? Data())
    let bytes = Data(base64Encoded: sealed["encryptedData"].text) ?? Data()
    let text = try AES._CBC.decrypt(bytes, using: SymmetricKey(data: key), iv: iv)
    return try JSONDecoder().decode(JSON.self, from: text)
  }
}
