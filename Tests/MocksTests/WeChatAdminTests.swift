import MockKit
import Mocks
import Testing

/// Who looks after the platform, with a console and without one.
@Suite struct WeChatAdminTests {
  private static let config = "apps: [{ appid: wx1, secret: s1 }]"

  @Test("the console offers the platform's controls")
  func console() async throws {
    try await MockWorld.run { world async throws in
      let ordered = try await world.admin(
        "POST", "/wechat/failures", #"{"path":"/cgi-bin/token","errcode":-1}"#)
      #expect(ordered.status == 201)
      let seen = try await world.visitor(.wechat).call("GET", "/_control/failures").json
      #expect(seen["items"][0]["id"] == ordered.json["id"])
      let inbox = try await world.admin("GET", "/wechat/devices/13800000001/inbox")
      #expect(inbox.json["items"] == .list([]))
      let index = try await world.visitor(.console).call("GET", "/").json["routes"].list
      #expect(index.contains(.text("POST /_admin/v1/wechat/login-codes")))
    }
  }

  @Test("a platform alone has a clock that can be moved, and can be reset")
  func alone() async throws {
    try await WeChatWorld.run(Self.config) { world async throws in
      let before = try await world.token()
      let moved = try await world.wechat.call(
        "POST", "/_admin/v1/clock/advance", #"{"ms":7300000,"settle":true}"#)
      #expect(moved.json["settled"] == .bool(true))
      let expired = try await world.wechat.call(
        "POST", "/wxa/msg_sec_check?access_token=\(before)", "{}")
      #expect(expired.json["errcode"].int == 42001)
      let snapshot = try await world.wechat.call(
        "POST", "/_admin/v1/snapshots", #"{"name":"later"}"#)
      #expect(snapshot.status == 201)
      let reset = try await world.wechat.call("POST", "/_admin/v1/reset", #"{"to":"seed"}"#)
      #expect(reset.status == 200)
      let forgotten = try await world.wechat.call(
        "POST", "/wxa/msg_sec_check?access_token=\(before)", "{}")
      #expect(forgotten.json["errcode"].int == 40001)
      let journal = try await world.wechat.call("GET", "/_admin/v1/journal").json["items"]
      #expect(journal[0]["path"].text.hasPrefix("/wxa/msg_sec_check"))
      #expect(
        try await world.wechat.call("POST", "/_admin/v1/seed", "{}").status == 404)
    }
  }

  @Test("beyond loopback a platform alone asks for the token as a console does")
  func token() async throws {
    var options = try MockWorld.options
    options.only = .wechat
    options.host = "0.0.0.0"
    options.adminToken = "t0k"
    try await MockWorld.run(options) { world async throws in
      let base = (world.set.urls[.wechat] ?? "").replacing("0.0.0.0", with: "127.0.0.1")
      let wechat = Visitor(base, client: world.client)
      #expect(
        try await wechat.call("GET", "/_admin/v1/clock").outcome == "401 /problems/token-needed")
      wechat.use(token: "t0k")
      #expect(try await wechat.call("GET", "/_admin/v1/clock").status == 200)
      #expect(
        try await wechat.call("POST", "/_admin/v1/wechat/login-codes", #"{"phone":"13800000001"}"#)
          .status == 200)
    }
  }
}
