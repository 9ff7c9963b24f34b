import MockKit
import Mocks
import Testing

/// Several apps on one platform.
@Suite struct WeChatAppTests {
  private static let config = """
    apps:
      - { appid: wxfirst, secret: s1, templates: [{ id: T1, title: 通知, content: "事项:{{thing1.DATA}}" }] }
      - { appid: wxsecond, secret: s2, templates: [{ id: T2, title: 通知, content: "事项:{{thing1.DATA}}" }] }
    """

  private func run(_ body: (Visitor) async throws -> Void) async throws {
    var options = try MockWorld.options
    options.wechat = try WeChatConfig(yaml: Self.config)
    options.only = .wechat
    try await MockWorld.run(options) { try await body($0.visitor(.wechat)) }
  }

  private func token(_ app: String, _ secret: String, _ wechat: Visitor) async throws -> Answer {
    try await wechat.call(
      "GET", "/cgi-bin/token?grant_type=client_credential&appid=\(app)&secret=\(secret)")
  }

  @Test("each app has its own secret, and gets a token that does not end the others'")
  func tokens() async throws {
    try await run { wechat in
      let first = try await token("wxfirst", "s1", wechat).json["access_token"].text
      let second = try await token("wxsecond", "s2", wechat).json["access_token"].text
      #expect(!first.isEmpty && first != second)
      #expect(try await token("wxfirst", "s2", wechat).json["errcode"].int == 40125)
      #expect(try await token("wxthird", "s1", wechat).json["errcode"].int == 40013)
    }
  }

  @Test("an app sends its own templates and no other app's")
  func templates() async throws {
    try await run { wechat in
      let token = try await token("wxsecond", "s2", wechat).json["access_token"].text
      let codes = try await wechat.call(
        "POST", "/_control/login-codes", #"{"phone":"13800000001","appid":"wxsecond"}"#)
      for (template, code) in [("T1", 40037), ("T2", 0)] {
        let answer = try await wechat.call(
          "POST", "/cgi-bin/message/subscribe/send?access_token=\(token)",
          #"{"touser":"\#(codes.json["openid"].text)","template_id":"\#(template)","data":{"thing1":{"value":"x"}}}"#
        )
        #expect(answer.json["errcode"].int == code)
      }
    }
  }
}
