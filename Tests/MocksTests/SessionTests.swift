import MockKit
import Mocks
import Testing

@Suite struct SessionTests {
  private let phone = "13912345678"

  private func lives(_ visitor: Visitor) async throws -> Bool {
    let outcome = try await visitor.call("GET", "/api/member").outcome
    #expect(["200", "401 /problems/not-logged-in"].contains(outcome))
    return outcome == "200"
  }

  @Test(
    "a session lives while it is used, and ends after a week without", arguments: ShopSide.allCases)
  func idles(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let visitor = try await world.register(phone, on: side)
      for _ in 1...3 {
        world.set.clock.advance(by: .seconds(6 * 86_400))
        #expect(try await lives(visitor))
      }
      world.set.clock.advance(by: .seconds(7 * 86_400))
      #expect(try await !lives(visitor))
    }
  }

  @Test(
    "a logout ends this session alone", arguments: ShopSide.allCases,
    ["", #"{"everywhere":false}"#])
  func logsOut(side: ShopSide, body: String) async throws {
    try await MockWorld.run { world in
      let first = try await world.register(phone, on: side)
      let second = try await world.logIn(phone, on: side).visitor
      let cookie = first.cookie
      #expect(try await first.call("POST", "/api/logout", body).status == 204)
      let replayed = cookie.map { [("cookie", $0)] } ?? []
      let again = try await first.call("GET", "/api/member", headers: replayed)
      #expect(again.outcome == "401 /problems/not-logged-in")
      #expect(try await lives(second))
      #expect(try await first.call("POST", "/api/logout").status == 204)
    }
  }

  @Test(
    "a logout everywhere ends all that were open then, and none that came later",
    arguments: ShopSide.allCases)
  func logsOutEverywhere(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let both = try await world.both(phone)
      let (here, there) = (try #require(both[side]), try #require(both[side.other]))
      let beside = try await world.logIn(phone, on: side).visitor
      try await world.settle()
      world.set.setLink(LinkFaults(down: true))
      #expect(try await here.call("POST", "/api/logout", #"{"everywhere":true}"#).status == 204)
      #expect(try await !lives(beside))
      world.set.clock.advance(by: .milliseconds(5))
      let later = try await world.logIn(phone, on: side.other).visitor
      world.set.setLink(LinkFaults())
      try await world.settle()
      #expect(try await !lives(there))
      #expect(try await lives(later))
    }
  }

  @Test("another password ends every other session on both sides")
  func changesPassword() async throws {
    try await MockWorld.run { world in
      let both = try await world.both(phone)
      let (web, mini) = (try #require(both[.web]), try #require(both[.mini]))
      let beside = try await world.logIn(phone, on: .web).visitor
      func change(_ old: String, _ new: String) async throws -> String {
        try await web.call(
          "PUT", "/api/member/password", #"{"old":"\#(old)","new":"\#(new)"}"#
        ).outcome
      }
      #expect(try await change("secret-2", "secret-3") == "401 /problems/bad-credentials")
      #expect(try await change("secret-1", "short") == "422 /problems/invalid-request")
      #expect(try await lives(beside))
      #expect(try await change("secret-1", "secret-2") == "204")
      #expect(try await lives(web))
      #expect(try await !lives(beside))
      try await world.settle()
      #expect(try await !lives(mini))
      let old = try await world.logIn(phone, on: .web).answer
      #expect(old.outcome == "401 /problems/bad-credentials")
      let new = try await world.visitor(.web).call(
        "POST", "/api/login", #"{"phone":"\#(phone)","password":"secret-2"}"#)
      #expect(new.status == 200)
    }
  }

  @Test(
    "unbinding ends the mini-program's sessions, and the user needs a phone code again",
    arguments: ShopSide.allCases)
  func unbinds(side: ShopSide) async throws {
    try await MockWorld.run { world in
      let both = try await world.both(phone)
      let (web, mini) = (try #require(both[.web]), try #require(both[.mini]))
      try await world.settle()
      #expect(try await both[side]?.call("DELETE", "/api/member/wechat").status == 204)
      try await world.settle()
      #expect(try await lives(web))
      #expect(try await !lives(mini))
      let alone = try await world.logIn(with: world.codes(phone), phoneCode: false).answer
      #expect(alone.outcome == "404 /problems/not-registered")
      #expect(try await world.logIn(with: world.codes(phone)).answer.status == 200)
      #expect(
        try await world.logIn(with: world.codes(phone), phoneCode: false).answer.status == 200)
    }
  }

  @Test("an older binding that arrives late does not come to life, a newer one does")
  func lateBinding() async throws {
    try await MockWorld.run { world in
      let mini = try await world.register(phone, on: .mini)
      let id = try await mini.member["memberId"].text
      let sender = LinkSender(world: world)
      func send(_ event: String, _ type: String, _ rest: String, at: Int64) async throws {
        let body = LinkSender.event(event, type, #"{"memberId":"\#(id)",\#(rest),"atMs":\#(at)}"#)
        #expect(try await sender.send(event, body).status == 204)
      }
      let now = world.set.clock.milliseconds + 10
      let codes = try await world.codes(phone, openid: "oAnother")
      let bound = #""openid":"oAnother","unionid":"\#(codes["unionid"].text)""#
      try await send("evt_1", "member.unbound", #""memberIds":["\#(id)"]"#, at: now)
      try await send("evt_2", "member.bound", bound, at: now)
      let late = try await world.logIn(with: codes, phoneCode: false).answer
      #expect(late.outcome == "404 /problems/not-registered")
      try await send("evt_3", "member.bound", bound, at: now + 1)
      let next = try await world.codes(phone, openid: "oAnother")
      #expect(try await world.logIn(with: next, phoneCode: false).answer.status == 200)
    }
  }
}
