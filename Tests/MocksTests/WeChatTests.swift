import Foundation
import MockKit
import Mocks
import Testing

@Suite struct WeChatTests {
  static let appid = "wx1f2e3d4c5b6a7980"
  static let secret = "3f8a1c5e7b9d2f4a6c8e0b1d3f5a7c9e"
  static let app = "appid=\(appid)&secret=\(secret)"
  static let grant = "grant_type=authorization_code"

  private func session(_ world: MockWorld, _ query: String) async throws -> Answer {
    try await world.visitor(.wechat).call("GET", "/sns/jscode2session?\(query)")
  }

  private func stable(_ world: MockWorld, _ more: String = "") async throws -> Answer {
    try await world.visitor(.wechat).call(
      "POST", "/cgi-bin/stable_token",
      #"{"grant_type":"client_credential","appid":"\#(Self.appid)","secret":"\#(Self.secret)"\#(more)}"#
    )
  }

  private func phone(_ world: MockWorld, token: String, _ body: String) async throws -> Answer {
    try await world.visitor(.wechat).call(
      "POST", "/wxa/business/getuserphonenumber?access_token=\(token)", body)
  }

  @Test("a login code gives openid, unionid and a session key, as text/plain")
  func session() async throws {
    try await MockWorld.run { world in
      let codes = try await world.codes("13912345678")
      let code = codes["code"].text
      #expect(code.count == 32 && codes["phoneCode"].text.count == 64)
      let answer = try await session(
        world, "\(Self.app)&js_code=\(code)&\(Self.grant)&access_token=ignored")
      #expect(answer.status == 200)
      #expect(answer.wire.header("content-type") == "text/plain")
      #expect(answer.text.hasPrefix(#"{"session_key":""#))
      #expect(answer.json.keys == ["session_key", "openid", "unionid"])
      let openid = answer.json["openid"].text
      #expect(openid.count == 28 && openid.hasPrefix("o") && openid == codes["openid"].text)
      #expect(answer.json["unionid"].text.count == 28)
      #expect(Data(base64Encoded: answer.json["session_key"].text)?.count == 16)
      let again = try await world.codes("13912345678")
      #expect(again["openid"] == codes["openid"] && again["code"] != codes["code"])
      let spent = try await session(world, "\(Self.app)&js_code=\(code)&\(Self.grant)")
      #expect(spent.json["errcode"].int == 40163)
      let rid = try #require(
        spent.json["errmsg"].text.wholeMatch(
          of: /code been used, rid: ([0-9a-f]{8})-[0-9a-f]{8}-[0-9a-f]{8}/))
      #expect(Int64(rid.1, radix: 16).map { abs($0 - world.set.clock.seconds) < 60 } == true)
    }
  }

  @Test(
    "every mistake in a login has the platform's number and words",
    arguments: [
      ("secret=\(secret)&js_code=x&\(grant)", 41002, "appid missing, rid: "),
      ("appid=\(appid)&js_code=x&\(grant)", 41004, "appsecret missing, rid: "),
      ("\(app)&\(grant)", 41008, "missing code, rid: "),
      ("appid=wx0&secret=\(secret)&js_code=x&\(grant)", 40013, "invalid appid, rid: "),
      ("appid=\(appid)&secret=0&js_code=x&\(grant)", 40125, "invalid appsecret, rid: "),
      ("\(app)&js_code=x&grant_type=x", 40002, "invalid grant_type, rid: "),
      ("\(app)&js_code=x&\(grant)", 40029, "invalid code, rid: "),
    ])
  func sessionErrors(query: String, code: Int, text: String) async throws {
    try await MockWorld.run { world in
      let answer = try await session(world, query)
      #expect(answer.status == 200)
      #expect(answer.json.keys == ["errcode", "errmsg"])
      #expect(answer.json["errcode"].int == code)
      #expect(answer.json["errmsg"].text.hasPrefix(text))
    }
  }

  @Test("a login code dies after five minutes", arguments: [(240, true), (301, false)])
  func codeLife(seconds: Int, lives: Bool) async throws {
    try await MockWorld.run { world in
      let code = try await world.codes("13912345678")["code"].text
      world.set.clock.advance(by: .seconds(seconds))
      let answer = try await session(world, "\(Self.app)&js_code=\(code)&\(Self.grant)")
      #expect((answer.json["openid"] != .null) == lives)
      #expect(answer.json["errcode"].int == (lives ? nil : 40029))
    }
  }

  @Test("a new plain token leaves the old one working for five minutes")
  func plainToken() async throws {
    try await MockWorld.run { world in
      let path = "/cgi-bin/token?grant_type=client_credential&\(Self.app)"
      let old = try await world.visitor(.wechat).call("GET", path)
      #expect(old.json["expires_in"].int == 7200)
      #expect(old.wire.header("content-type") == "application/json; encoding=utf-8")
      let text = old.json["access_token"].text
      #expect(text.count >= 136)
      #expect(try await world.visitor(.wechat).call("GET", path).json["access_token"].text != text)
      #expect(try await phone(world, token: text, #"{"code":"x"}"#).json["errcode"].int == 40029)
      world.set.clock.advance(by: .seconds(301))
      let refused = try await phone(world, token: text, #"{"code":"x"}"#)
      #expect(refused.json["errcode"].int == 40001)
      #expect(
        refused.json["errmsg"].text.hasPrefix(
          "invalid credential, access_token is invalid or not latest"))
      world.set.clock.advance(by: .seconds(7200))
      let expired = try await phone(world, token: text, #"{"code":"x"}"#)
      #expect(expired.json["errmsg"].text.hasPrefix("access_token expired rid: "))
    }
  }

  @Test("a stable token stays the same until five minutes before its end")
  func stableToken() async throws {
    try await MockWorld.run { world in
      let first = try await stable(world).json
      world.set.clock.advance(by: .seconds(6000))
      let second = try await stable(world).json
      #expect(second["access_token"] == first["access_token"])
      #expect((1190...1200).contains(try #require(second["expires_in"].int)))
      world.set.clock.advance(by: .seconds(950))
      let third = try await stable(world).json
      #expect(third["access_token"] != first["access_token"] && third["expires_in"].int == 7200)
      let forced = try await stable(world, #","force_refresh":true"#).json
      #expect(forced["access_token"] != third["access_token"])
      let ended = try await phone(world, token: third["access_token"].text, #"{"code":"x"}"#)
      #expect(ended.json["errcode"].int == 40001)
      let soon = try await stable(world, #","force_refresh":true"#).json
      #expect(soon["errcode"].int == 45011)
    }
  }

  @Test(
    "a stable token's mistakes",
    arguments: [
      ("", 44002, "empty post data rid: "), ("appid=x", 47001, "data format error rid: "),
      ("{}", 40002, "invalid grant_type rid: "),
      (#"{"grant_type":"client_credential"}"#, 41002, "appid missing rid: "),
      (
        #"{"grant_type":"client_credential","appid":"\#(appid)","secret":"x"}"#, 40125,
        "invalid appsecret rid: "
      ),
    ])
  func stableErrors(body: String, code: Int, text: String) async throws {
    try await MockWorld.run { world in
      let answer = try await world.visitor(.wechat).call("POST", "/cgi-bin/stable_token", body)
      #expect(answer.status == 200 && answer.json["errcode"].int == code)
      #expect(answer.json["errmsg"].text.hasPrefix(text))
    }
  }

  @Test("a phone code gives the number once, whatever the Content-Type")
  func phoneNumber() async throws {
    try await MockWorld.run { world in
      let token = try await stable(world).json["access_token"].text
      let codes = try await world.codes("13912345678")
      let body = #"{"code":"\#(codes["phoneCode"].text)"}"#
      let answer = try await world.visitor(.wechat).call(
        "POST", "/wxa/business/getuserphonenumber?access_token=\(token)", body,
        headers: [("content-type", "application/x-www-form-urlencoded")])
      #expect(
        answer.text.hasPrefix(
          #"{"errcode":0,"errmsg":"ok","phone_info":{"phoneNumber":"13912345678""#))
      #expect(answer.json["phone_info"]["purePhoneNumber"].text == "13912345678")
      #expect(answer.json["phone_info"]["countryCode"] == .text("86"))
      #expect(answer.json["phone_info"]["watermark"]["appid"].text == Self.appid)
      let spent = try await phone(world, token: token, body)
      #expect(spent.json["errcode"].int == 40029)
      #expect(spent.json["errmsg"].text.hasPrefix("invalid code rid: "))
      let login = try await world.codes("13912345678")
      let mixedUp = try await phone(world, token: token, #"{"code":"\#(login["code"].text)"}"#)
      #expect(mixedUp.json["errcode"].int == 40029)
      let stolen = #"{"code":"\#(login["phoneCode"].text)","openid":"oSomebodyElse"}"#
      #expect(try await phone(world, token: token, stolen).json["errcode"].int == 40003)
      #expect(try await phone(world, token: token, "code=x").json["errcode"].int == 47001)
      #expect(try await phone(world, token: "", body).json["errcode"].int == 41001)
      #expect(try await phone(world, token: "x", body).json["errcode"].int == 40001)
    }
  }

  @Test(
    "an unknown path and a wrong method are answered with 200",
    arguments: [
      ("GET", "/sns/jsCode2Session", 40066, "invalid url, rid: "),
      ("POST", "/wxa/nothing", 40066, "invalid url rid: "),
      ("GET", "/cgi-bin/stable_token", 43002, "require POST method rid: "),
      ("POST", "/sns/jscode2session", 43001, "require GET method, rid: "),
    ])
  func unknownPath(method: String, path: String, code: Int, text: String) async throws {
    try await MockWorld.run { world in
      let answer = try await world.visitor(.wechat).call(method, path)
      #expect(answer.status == 200 && answer.json["errcode"].int == code)
      #expect(answer.json["errmsg"].text.hasPrefix(text))
    }
  }

  @Test("codes are given for mobile numbers only")
  func controlRefuses() async throws {
    try await MockWorld.run { world in
      let answer = try await world.visitor(.wechat).call(
        "POST", "/_control/login-codes", #"{"phone":"123"}"#)
      #expect(answer.outcome == "422 /problems/invalid-phone")
    }
  }
}
