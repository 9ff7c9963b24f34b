import MockKit
import Mocks
import Testing

@Suite struct MiniProgramTests {
  private func login(_ visitor: Visitor, _ codes: JSON, withPhone: Bool) async throws -> Answer {
    let phone = withPhone ? #","phoneCode":"\#(codes["phoneCode"].text)""# : ""
    return try await visitor.call(
      "POST", "/api/login", #"{"code":"\#(codes["code"].text)"\#(phone)}"#)
  }

  @Test("a bound WeChat user logs in with a login code alone")
  func logsIn() async throws {
    try await MockWorld.run { world in
      let visitor = world.visitor(.mini)
      let answer = try await login(visitor, world.codes("13800000003"), withPhone: false)
      #expect(answer.status == 200 && answer.json["member"]["name"].text == "王小明")
      visitor.use(token: answer.json["token"].text)
      #expect(try await visitor.call("GET", "/api/member").json == answer.json["member"])
    }
  }

  @Test("an unbound one is not found without a phone code, and bound with it")
  func binds() async throws {
    try await MockWorld.run { world in
      let visitor = world.visitor(.mini)
      let alone = try await login(visitor, world.codes("13800000002"), withPhone: false)
      #expect(alone.outcome == "404 /problems/not-registered")
      let both = try await login(visitor, world.codes("13800000002"), withPhone: true)
      #expect(both.status == 200 && both.json["member"]["phone"].text == "13800000002")
      let later = try await login(visitor, world.codes("13800000002"), withPhone: false)
      #expect(later.json["member"]["memberId"] == both.json["member"]["memberId"])
      let stranger = try await login(visitor, world.codes("13911111111"), withPhone: true)
      #expect(stranger.outcome == "404 /problems/not-registered")
    }
  }

  @Test("registering takes both codes and refuses a phone number that is taken")
  func registers() async throws {
    try await MockWorld.run { world in
      let visitor = world.visitor(.mini)
      let codes = try await world.codes("13912345678")
      let body =
        #"{"code":"\#(codes["code"].text)","phoneCode":"\#(codes["phoneCode"].text)","name":"小李"}"#
      let answer = try await visitor.call("POST", "/api/register", body)
      #expect(answer.status == 201 && answer.json["member"]["name"].text == "小李")
      #expect(answer.json["member"]["memberId"].text.count == 19)
      let spent = try await visitor.call("POST", "/api/register", body)
      #expect(spent.outcome == "401 /problems/invalid-code")
      let fresh = try await world.codes("13912345678")
      let taken = try await visitor.call(
        "POST", "/api/register",
        #"{"code":"\#(fresh["code"].text)","phoneCode":"\#(fresh["phoneCode"].text)"}"#)
      #expect(taken.outcome == "409 /problems/phone-taken")
    }
  }

  @Test("a WeChat user who is a member does not become another one")
  func registersOnce() async throws {
    try await MockWorld.run { world in
      let known = try await world.codes("13800000001")
      let other = try await world.codes("13912345678", openid: known["openid"].text)
      let answer = try await world.visitor(.mini).call(
        "POST", "/api/register",
        #"{"code":"\#(other["code"].text)","phoneCode":"\#(other["phoneCode"].text)"}"#)
      #expect(answer.outcome == "409 /problems/already-registered")
    }
  }

  @Test("a code that is unknown, spent or expired is refused")
  func refusesCodes() async throws {
    try await MockWorld.run { world in
      let visitor = world.visitor(.mini)
      let unknown = try await visitor.call("POST", "/api/login", #"{"code":"nonsense"}"#)
      #expect(unknown.outcome == "401 /problems/invalid-code")
      #expect(unknown.json["detail"].text.hasPrefix("40029 "))
      let codes = try await world.codes("13800000003")
      #expect(try await login(visitor, codes, withPhone: false).status == 200)
      let again = try await login(visitor, codes, withPhone: false)
      #expect(again.json["detail"].text.hasPrefix("40163 "))
      let old = try await world.codes("13800000003")
      world.set.clock.advance(by: .seconds(301))
      #expect(
        try await login(visitor, old, withPhone: false).outcome == "401 /problems/invalid-code")
    }
  }

  @Test("a WeChat user whose member is gone is bound to the next one")
  func rebinds() async throws {
    try await MockWorld.run { world in
      let first = try await world.register("13912345678", on: .mini)
      #expect(try await first.call("DELETE", "/api/member").status == 204)
      let visitor = world.visitor(.mini)
      let gone = try await login(visitor, world.codes("13912345678"), withPhone: true)
      #expect(gone.outcome == "404 /problems/not-registered")
      try await world.settle()
      _ = try await world.register("13912345678", on: .web)
      try await world.settle()
      let back = try await login(visitor, world.codes("13912345678"), withPhone: true)
      #expect(back.status == 200)
      let alone = try await login(visitor, world.codes("13912345678"), withPhone: false)
      #expect(alone.json["member"] == back.json["member"])
    }
  }

  @Test("without the WeChat platform a login is a bad gateway")
  func needsWeChat() async throws {
    var options = try MockWorld.options
    options.only = .mini
    options.peers = [.wechat: "http://127.0.0.1:1", .web: "http://127.0.0.1:1"]
    try await MockWorld.run(options) { world in
      let answer = try await world.visitor(.mini).call("POST", "/api/login", #"{"code":"x"}"#)
      #expect(answer.outcome == "502 /problems/wechat-unavailable")
    }
  }

  @Test("with any code, a phone number serves as the code of its owner")
  func anyCode() async throws {
    var options = try MockWorld.options
    options.anyCode = true
    try await MockWorld.run(options) { world in
      let visitor = world.visitor(.mini)
      let phone = try await visitor.call("POST", "/api/login", #"{"code":"13800000003"}"#)
      #expect(phone.json["member"]["phone"].text == "13800000003")
      let body = #"{"code":"devtools","phoneCode":"devtools"}"#
      let registered = try await visitor.call("POST", "/api/register", body)
      #expect(registered.status == 201)
      let login = try await visitor.call("POST", "/api/login", #"{"code":"devtools"}"#)
      #expect(login.json["member"] == registered.json["member"])
    }
  }
}
