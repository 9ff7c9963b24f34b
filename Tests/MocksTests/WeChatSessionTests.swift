import MockKit
import MockWeChat
import Mocks
import Testing

/// The session of a mini-program's user.
@Suite struct WeChatSessionTests {
  private func check(
    _ caller: WeChatCaller, _ path: String = "checksession", openid: String, key: String,
    method: String = "hmac_sha256"
  ) async throws -> JSON {
    let signature = SessionSeal(key: key).signature(of: "")
    let query =
      "access_token=\(try await caller.token())&openid=\(openid)&signature=\(signature)"
      + "&sig_method=\(method)"
    return try await caller.platform.call("GET", "/wxa/\(path)?\(query)").json
  }

  @Test("logins share one session key until its life is over or it is rotated")
  func keyLasts() async throws {
    try await WeChatCaller.run { caller in
      let first = try await caller.logIn()
      let openid = first["openid"].text
      caller.world.set.clock.advance(by: .seconds(2 * 86_400))
      #expect(try await caller.logIn() == first)
      caller.world.set.clock.advance(by: .seconds(2 * 86_400))
      #expect(try await caller.logIn() == first, "each login prolongs it")
      caller.world.set.clock.advance(by: .seconds(3 * 86_400 + 1))
      let second = try await caller.logIn()
      #expect(second["openid"] == first["openid"])
      #expect(second["session_key"] != first["session_key"])
      #expect(try await caller.control("sessions/\(openid)/rotate").status == 204)
      #expect(
        try await check(caller, openid: openid, key: second["session_key"].text)["errcode"].int
          == 0,
        "until the next login")
      let third = try await caller.logIn()
      #expect(third["session_key"] != second["session_key"])
      #expect(try await caller.logIn() == third, "once alone")
    }
  }

  @Test("wx.login replaces the key before the back end has redeemed the code")
  func rotatesAtLogin() async throws {
    try await WeChatCaller.run { caller in
      let old = try await caller.logIn()
      let openid = old["openid"].text
      _ = try await caller.control("sessions/\(openid)/rotate")
      let code = try await caller.codes()["code"].text
      let refused = try await check(caller, openid: openid, key: old["session_key"].text)
      #expect(refused["errcode"].int == 87009)
      let new = try await caller.session(code).json["session_key"].text
      #expect(try await check(caller, openid: openid, key: new)["errmsg"].text == "ok")
    }
  }

  @Test("a session is checked by the signature of nothing under its key")
  func checks() async throws {
    try await WeChatCaller.run { caller in
      let session = try await caller.logIn()
      let (openid, key) = (session["openid"].text, session["session_key"].text)
      #expect(
        try await check(caller, openid: openid, key: key)
          == .object(["errcode": .int(0), "errmsg": .text("ok")]))
      let wrong = try await check(caller, openid: openid, key: "HyVFkGl5F5OQWJZZaNzBBg==")
      #expect(wrong["errcode"].int == 87009)
      #expect(wrong["errmsg"].text.hasPrefix("invalid signature rid: "))
      #expect(
        try await check(caller, openid: openid, key: key, method: "md5")["errcode"].int == 87008)
      #expect(try await check(caller, openid: "nobody", key: key)["errcode"].int == 40003)
      let bare = try await caller.platform.call("GET", "/wxa/checksession?openid=\(openid)")
      #expect(bare.json["errcode"].int == 41001)
      caller.world.set.clock.advance(by: .seconds(3 * 86_400 + 1))
      #expect(try await check(caller, openid: openid, key: key)["errcode"].int == 87009)
    }
  }

  @Test("a reset key replaces the old one and ends when that would have")
  func resets() async throws {
    try await WeChatCaller.run { caller in
      let session = try await caller.logIn()
      let (openid, old) = (session["openid"].text, session["session_key"].text)
      caller.world.set.clock.advance(by: .seconds(2 * 86_400))
      let answer = try await check(caller, "resetusersessionkey", openid: openid, key: old)
      #expect(answer.keys == ["errcode", "errmsg", "openid", "session_key"])
      #expect(answer["openid"].text == openid)
      let new = answer["session_key"].text
      #expect(new != old)
      #expect(try await check(caller, openid: openid, key: old)["errcode"].int == 87009)
      #expect(try await check(caller, openid: openid, key: new)["errcode"].int == 0)
      caller.world.set.clock.advance(by: .seconds(86_400 + 1))
      #expect(try await check(caller, openid: openid, key: new)["errcode"].int == 87009)
    }
  }

  @Test("a blocked user's code is refused, and good again once the user is not")
  func blocks() async throws {
    try await WeChatCaller.run { caller in
      let codes = try await caller.codes()
      let path = "sessions/\(codes["openid"].text)/block"
      #expect(try await caller.control(path, #"{"blocked":true}"#).status == 204)
      let refused = try await caller.session(codes["code"].text).json
      #expect(refused["errcode"].int == 40226)
      #expect(refused["errmsg"].text.hasPrefix("code blocked, rid: "))
      #expect(try await caller.control(path, #"{"blocked":false}"#).status == 204)
      #expect(try await caller.logIn()["openid"] == codes["openid"])
      let wrong = try await caller.control(path, "{}")
      #expect(wrong.outcome == "422 /problems/invalid-request")
    }
  }

  @Test("the control tells how a session stands, and never its key")
  func shows() async throws {
    try await WeChatCaller.run { caller in
      let openid = try await caller.logIn()["openid"].text
      let shown = try await caller.platform.call("GET", "/_control/sessions/\(openid)").json
      #expect(shown.keys == ["openid", "expiresAt", "rotatesAtNextLogin", "blocked"])
      let nobody = try await caller.platform.call("GET", "/_control/sessions/oNobody").json
      #expect(nobody["expiresAt"] == .null && nobody["openid"].text == "oNobody")
    }
  }

  private static let apps = """
    apps:
      - { appid: wxfirst, secret: s1 }
      - { appid: wxsecond, secret: s2, unionid: false }
      - { appid: wxsite, secret: s3, kind: web }
    """

  @Test("a code is good in its own app alone, and only an app that is bound learns the unionid")
  func apps() async throws {
    try await WeChatCaller.run(Self.apps) { caller in
      let first = WeChatCaller(world: caller.world, appid: "wxfirst", secret: "s1")
      let second = WeChatCaller(world: caller.world, appid: "wxsecond", secret: "s2")
      let codes = try await first.codes(#"{"phone":"13800000001","appid":"wxsecond"}"#)
      let stolen = try await first.session(codes["code"].text).json
      #expect(stolen["errcode"].int == 40029)
      let session = try await second.session(codes["code"].text).json
      #expect(session.keys == ["session_key", "openid"])
      let bound = try await first.logIn()
      #expect(bound.keys == ["session_key", "openid", "unionid"])
      #expect(bound["openid"] != session["openid"])
      #expect(bound["session_key"] != session["session_key"])
    }
  }

  @Test("an app that no code is given for", arguments: ["wxsite", "wxnone"])
  func wrongApp(appid: String) async throws {
    try await WeChatCaller.run(Self.apps) { caller in
      let answer = try await caller.control(
        "login-codes", #"{"phone":"13800000001","appid":"\#(appid)"}"#)
      #expect(answer.outcome == "422 /problems/invalid-request")
      #expect(answer.json["detail"].text.contains("wxfirst, wxsecond"))
    }
  }

  @Test("any code keeps a person's session, too")
  func anyCode() async throws {
    try await WeChatCaller.run(anyCode: true) { caller in
      let first = try await caller.session("made-up").json
      #expect(try await caller.session("made-up").json == first)
      _ = try await caller.control("sessions/\(first["openid"].text)/rotate")
      let second = try await caller.session("made-up").json
      #expect(second["openid"] == first["openid"])
      #expect(second["session_key"] != first["session_key"])
    }
  }

  @Test("a foreign number carries its area code")
  func foreign() async throws {
    try await WeChatCaller.run { caller in
      let codes = try await caller.codes(#"{"phone":"61234567","countryCode":"852"}"#)
      let info = try await caller.platform.call(
        "POST", "/wxa/business/getuserphonenumber?access_token=\(try await caller.token())",
        #"{"code":"\#(codes["phoneCode"].text)"}"#
      ).json["phone_info"]
      #expect(info["phoneNumber"].text == "85261234567")
      #expect(info["purePhoneNumber"].text == "61234567")
      #expect(info["countryCode"].text == "852")
    }
  }

  @Test(
    "a number that nobody can have",
    arguments: [
      #"{"phone":"6123","countryCode":"+852"}"#, #"{"phone":"612","countryCode":"852"}"#,
      #"{"phone":"6123","countryCode":"0852"}"#, #"{"phone":"6123","countryCode":""}"#,
      #"{"phone":"6a234567","countryCode":"852"}"#,
    ])
  func wrongNumber(body: String) async throws {
    try await WeChatCaller.run { caller in
      let answer = try await caller.control("login-codes", body)
      #expect(answer.outcome == "422 /problems/invalid-request")
    }
  }

  @Test("a snapshot brings back the sessions and what is to become of them")
  func snapshot() async throws {
    try await MockWorld.run { world in
      let caller = WeChatCaller(world: world)
      let first = try await caller.logIn()
      try await world.admin("POST", "/snapshots", #"{"name":"before"}"#)
      _ = try await caller.control("sessions/\(first["openid"].text)/rotate")
      #expect(try await caller.logIn() != first)
      let restored = try await world.admin("POST", "/snapshots/before/restore")
      #expect(restored.status < 300)
      #expect(try await caller.logIn() == first)
    }
  }
}
