import Foundation
import MockKit

/// `GET /sns/jscode2session`.
struct SessionEndpoint: WeChatEndpoint {
  let app: SeedData.App
  let codes: CodeBook
  let anyCode: AnyCode?

  func answer(_ call: Call) throws(WeChatError) -> WeChatAnswer {
    try app.check(appid: call.query["appid"], secret: call.query["secret"])
    guard let code = call.query["js_code"], !code.isEmpty else { throw .codeMissing }
    guard call.query["grant_type"] == "authorization_code" else { throw .invalidGrantType }
    let identity = try owner(of: code).identity
    let key = Data((0..<16).map { _ in UInt8.random(in: 0...255) }).base64EncodedString()
    return .fields([
      ("session_key", .text(key)), ("openid", .text(identity.openid)),
      ("unionid", .text(identity.unionid)),
    ])
  }

  private func owner(of code: String) throws(WeChatError) -> WeChatOwner {
    if let anyCode, codes.owner(of: code) == nil { return anyCode.owner(of: code) }
    return try codes.redeem(code)
  }
}
