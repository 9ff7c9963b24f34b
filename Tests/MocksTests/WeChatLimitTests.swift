import MockKit
import Mocks
import Testing

@Suite struct WeChatLimitTests {
  private static let config = """
    apps:
      - { appid: wx1, secret: s1 }
      - { appid: wx2, secret: s2 }
      - { appid: wxweb, secret: s3, kind: web }
    """
  private static let get = "/cgi-bin/token?grant_type=client_credential"

  @Test("a day's tokens end at 2000 for one app, and begin anew at midnight in China")
  func tokens() async throws {
    try await WeChatWorld.run(Self.config) { world async throws in
      let first = try await world.token()
      try await world.control("PUT", "quotas", #"{"path":"/cgi-bin/token","limit":2}"#)
      #expect(try await !world.token().isEmpty)
      let refused = try await world.wechat.call("GET", "\(Self.get)&appid=wx1&secret=s1")
      #expect(refused.status == 200 && refused.json["errcode"].int == 45009)
      #expect(refused.json["errmsg"].text.hasPrefix("reach max api daily quota limit rid: "))
      #expect(try await !world.token("wx2", "s2").isEmpty)
      let report = try await world.control("GET", "quotas").json["items"].list
        .first { $0["path"].text == "/cgi-bin/token" }
      #expect(report?["limit"].int == 2 && report?["per"].text == "day")
      #expect(report?["used"][0]["appid"].text == "wx1" && report?["used"][0]["used"].int == 2)
      world.world.set.clock.advance(by: .seconds(86_400))
      #expect(try await world.token() != first)
    }
  }

  @Test("clear_quota gives a day's calls back ten times a month")
  func clear() async throws {
    try await WeChatWorld.run(Self.config) { world async throws in
      let token = try await world.token()
      let path = "/cgi-bin/clear_quota?access_token=\(token)"
      try await world.control("PUT", "quotas", #"{"path":"/cgi-bin/token","limit":1}"#)
      #expect(try await world.token().isEmpty)
      let foreign = try await world.wechat.call("POST", path, #"{"appid":"wx2"}"#)
      #expect(foreign.json["errcode"].int == 40013)
      let cleared = try await world.wechat.call("POST", path, #"{"appid":"wx1"}"#)
      #expect(cleared.text == #"{"errcode":0,"errmsg":"ok"}"#)
      #expect(try await !world.token().isEmpty)
      for _ in 3...10 { _ = try await world.wechat.call("POST", path, #"{"appid":"wx1"}"#) }
      let last = try await world.wechat.call(
        "POST", "/cgi-bin/clear_quota/v2", #"{"appid":"wx1","appsecret":"s1"}"#)
      #expect(last.json["errcode"].int == 48006)
      #expect(
        last.json["errmsg"].text.hasPrefix(
          "forbid to clear quota because of reaching the limit rid: "))
    }
  }

  @Test("one user logs in a hundred times a minute, and another one still may")
  func logins() async throws {
    try await MockWorld.run { world async throws in
      func logIn(_ phone: String) async throws -> Answer {
        let code = try await world.codes(phone)["code"].text
        return try await world.visitor(.wechat).call(
          "GET", "/sns/jscode2session?\(WeChatTests.app)&js_code=\(code)&\(WeChatTests.grant)")
      }
      let start = world.set.clock.seconds
      world.set.clock.advance(by: .seconds(60 - start % 60))
      for _ in 1...100 { #expect(try await logIn("13912345678").json["errcode"] == .null) }
      let refused = try await logIn("13912345678")
      #expect(refused.json["errcode"].int == 45011)
      #expect(
        refused.json["errmsg"].text.hasPrefix(
          "api minute-quota reach limit mustslower retry next minute, rid: "))
      #expect(try await !logIn("13912345679").json["openid"].text.isEmpty)
      world.set.clock.advance(by: .seconds(60))
      #expect(try await !logIn("13912345678").json["openid"].text.isEmpty)
    }
  }

  @Test("twenty forced tokens a day, thirty seconds apart")
  func forced() async throws {
    try await WeChatWorld.run(Self.config) { world async throws in
      let body =
        #"{"grant_type":"client_credential","appid":"wx1","secret":"s1","force_refresh":true}"#
      let start = world.world.set.clock.seconds
      world.world.set.clock.advance(by: .seconds(86_400 - (start + 28_800) % 86_400))
      for _ in 1...20 {
        let answer = try await world.wechat.call("POST", "/cgi-bin/stable_token", body)
        #expect(answer.json["expires_in"].int == 7200)
        world.world.set.clock.advance(by: .seconds(31))
      }
      let refused = try await world.wechat.call("POST", "/cgi-bin/stable_token", body)
      #expect(refused.json["errcode"].int == 45009)
    }
  }

  @Test("what is left of a day is told")
  func show() async throws {
    try await WeChatWorld.run(Self.config) { world async throws in
      let path = "/cgi-bin/openapi/quota/get?access_token=\(try await world.token())"
      let answer = try await world.wechat.call("POST", path, #"{"cgi_path":"/cgi-bin/token"}"#)
      #expect(answer.json["quota"]["daily_limit"].int == 2000)
      #expect(answer.json["quota"]["used"].int == 1 && answer.json["quota"]["remain"].int == 1999)
      for (asked, code) in [("/cgi-bin/tokn", 76021), ("/sns/jscode2session", 76022)] {
        let refused = try await world.wechat.call("POST", path, #"{"cgi_path":"\#(asked)"}"#)
        #expect(refused.json["errcode"].int == code)
      }
    }
  }

  @Test("a website's token opens nothing of a mini-program, and a broken one nothing at all")
  func rights() async throws {
    try await WeChatWorld.run(Self.config) { world async throws in
      let token = try await world.token("wxweb", "s3")
      let send = "/cgi-bin/message/subscribe/send?access_token="
      let answer = try await world.wechat.call("POST", send + token, "{}")
      #expect(answer.json["errcode"].int == 48001)
      let broken = try await world.wechat.call("POST", send + "not%20a%20token", "{}")
      #expect(broken.json["errcode"].int == 40014)
    }
  }

  @Test("a limit is set for an endpoint that exists, and the nearest one is named")
  func mistakes() async throws {
    try await WeChatWorld.run(Self.config) { world async throws in
      let unknown = try await world.control(
        "PUT", "quotas", #"{"path":"/cgi-bin/tokne","limit":1}"#)
      #expect(unknown.outcome == "422 /problems/unknown-endpoint")
      #expect(unknown.json["detail"].text.contains("did you mean /cgi-bin/token?"))
      let negative = try await world.control(
        "PUT", "quotas", #"{"path":"/cgi-bin/token","limit":-1}"#)
      #expect(negative.outcome == "422 /problems/invalid-request")
      try await world.control("PUT", "quotas", #"{"path":"/cgi-bin/token","limit":0}"#)
      #expect(try await world.token().isEmpty)
      #expect(try await world.control("DELETE", "quotas").status == 204)
      #expect(try await !world.token().isEmpty)
    }
  }
}
