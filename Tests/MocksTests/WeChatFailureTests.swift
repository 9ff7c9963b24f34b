import MockKit
import Mocks
import Testing

@Suite struct WeChatFailureTests {
  private static let config = "apps: [{ appid: wx1, secret: s1 }]"

  @Test("the next calls fail as somebody wants it, and how often they did is told")
  func fails() async throws {
    try await WeChatWorld.run(Self.config) { world async throws in
      let ordered = try await world.control(
        "POST", "failures", #"{"path":"/cgi-bin/token","errcode":-1,"count":2}"#)
      #expect(ordered.status == 201 && ordered.json["fired"].int == 0)
      for _ in 1...2 {
        let answer = try await world.wechat.call(
          "GET", "/cgi-bin/token?grant_type=client_credential&appid=wx1&secret=s1")
        #expect(answer.status == 200 && answer.json["errcode"].int == -1)
        #expect(answer.json["errmsg"].text.hasPrefix("system error rid: "))
      }
      #expect(try await !world.token().isEmpty)
      let item = try await world.control("GET", "failures").json["items"][0]
      #expect(item["fired"].int == 2 && item["count"].int == 2)
      let id = ordered.json["id"].text
      #expect(try await world.control("DELETE", "failures/\(id)").status == 204)
      #expect(try await world.control("DELETE", "failures/\(id)").status == 404)
      #expect(try await world.control("GET", "failures").json["items"] == .list([]))
    }
  }

  @Test("a failure may be for one user alone, with words of its own")
  func forOneUser() async throws {
    try await WeChatWorld.run(Self.config) { world async throws in
      let path = "/wxa/msg_sec_check"
      try await world.control(
        "POST", "failures",
        #"{"path":"\#(path)","errcode":61010,"errmsg":"code is old","openid":"\#(WeChatWorld.openid)","count":9}"#
      )
      func check(_ openid: String) async throws -> Answer {
        try await world.wechat.call(
          "POST", "\(path)?access_token=\(world.token())",
          #"{"version":2,"scene":1,"content":"x","openid":"\#(openid)"}"#)
      }
      #expect(try await check("oBbcdefghijklmnopqrstuvwxyz1").json["errcode"].int == 0)
      let refused = try await check(WeChatWorld.openid)
      #expect(refused.json["errcode"].int == 61010)
      #expect(refused.json["errmsg"].text.hasPrefix("code is old rid: "))
    }
  }

  @Test("a gateway's status comes without the platform's words")
  func status() async throws {
    try await WeChatWorld.run(Self.config) { world async throws in
      try await world.control(
        "POST", "failures", #"{"path":"/cgi-bin/token","status":502}"#)
      let answer = try await world.wechat.call(
        "GET", "/cgi-bin/token?grant_type=client_credential&appid=wx1&secret=s1")
      #expect(answer.status == 502 && answer.wire.header("content-type") == "text/html")
    }
  }

  @Test("an answer is held back on the set's clock")
  func delay() async throws {
    try await WeChatWorld.run(Self.config) { world async throws in
      try await world.control(
        "POST", "failures", #"{"path":"/cgi-bin/token","delayMs":600000}"#)
      async let held = world.token()
      try await eventually {
        try await world.control("GET", "failures").json["items"][0]["fired"].int == 1 ? true : nil
      }
      world.world.set.clock.advance(by: .seconds(600))
      #expect(try await !held.isEmpty)
    }
  }

  @Test(
    "an order that means nothing is refused with what would",
    arguments: [
      (#"{"path":"/cgi-bin/tokn","errcode":1}"#, "did you mean /cgi-bin/token?"),
      (#"{"path":"/cgi-bin/token"}"#, "Expected `errcode`"),
      (#"{"path":"/cgi-bin/token","errcode":1,"count":0}"#, "Expected `count` to be 1 to"),
      (#"{"path":"/cgi-bin/token","status":200}"#, "Expected `status` to be another one than 200"),
      (#"{"path":"/cgi-bin/token","status":99}"#, "Expected `status` to be 200 to 599"),
    ])
  func mistakes(body: String, detail: String) async throws {
    try await WeChatWorld.run(Self.config) { world async throws in
      let answer = try await world.control("POST", "failures", body)
      #expect(answer.status == 422 && answer.json["detail"].text.contains(detail))
    }
  }
}
