import Foundation
import Testing

/// A staging back end that asks the bundled WeChat platform instead of the real one.
@Suite("A staging back end beside the bundled WeChat platform")
struct StagingBackendTests {
  @Test("turns the platform's codes into a session of its own")
  func login() async throws {
    let folder = try Folder()
    let mocks = try await Mocks(in: folder, ["--only", "wechat"])
    let wechat = mocks.url("wechat")
    let backend = try SmallServer { request in
      switch (request.method, request.path) {
      case ("POST", "/api/login"):
        let query =
          "appid=wx1f2e3d4c5b6a7980&secret=3f8a1c5e7b9d2f4a6c8e0b1d3f5a7c9e"
          + "&grant_type=authorization_code&js_code=\(request.json("code") ?? "")"
        let answer = SmallClient.get("\(wechat)/sns/jscode2session?\(query)")
        guard let openid = answer?["openid"] as? String else { return SmallAnswer(status: 401) }
        return .json(#"{"token":"session-of-\#(openid)"}"#)
      case ("GET", "/api/member")
      where request.headers["authorization"]?.hasPrefix("Bearer session-of-o") == true:
        return .json(#"{"id":"90001"}"#)
      default: return .notFound
      }
    }
    let recipe = try Recipe("wechat-mock", ["https://mini.staging.example.com": backend.url])
    try await recipe.passes(
      """
        - { do: mini.login, as: alice }
        - { on: mini, as: alice, get: /api/member, expect: [ http.body.id == '90001' ] }
      """, environment: ["WECHAT_URL": wechat])
  }
}
