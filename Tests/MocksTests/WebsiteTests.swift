import MockKit
import Testing

@Suite struct WebsiteTests {
  @Test("registering makes a member and logs in by an HttpOnly cookie")
  func registers() async throws {
    try await MockWorld.run { world in
      let visitor = world.visitor(.web)
      let answer = try await visitor.call(
        "POST", "/api/register",
        #"{"phone":"13912345678","password":"secret-1","name":"小红"}"#)
      #expect(answer.status == 201)
      let cookie = try #require(answer.wire.header("set-cookie"))
      #expect(
        cookie.hasPrefix("sid=") && cookie.contains("HttpOnly; ") && cookie.contains("Path=/;"))
      let id = answer.json["memberId"].text
      #expect(id.count == 19 && (UInt64(id) ?? 0) > 1 << 53)
      #expect(
        answer.json
          == .object([
            "memberId": .text(id), "phone": .text("13912345678"), "name": .text("小红"),
            "email": .null, "birthday": .null, "city": .null, "level": .text("bronze"),
            "points": .int(0), "purchasedServices": .list([]), "version": .int(1),
            "mergedIds": .list([]),
          ]))
      #expect(try await visitor.call("GET", "/api/member").json == answer.json)
    }
  }

  @Test(
    "registration refuses what is not right",
    arguments: [
      (#"{"phone":"13800000001","password":"secret-1"}"#, "409 /problems/phone-taken", "138"),
      (#"{"phone":"12812345678","password":"secret-1"}"#, "422 /problems/invalid-phone", "128"),
      (#"{"phone":"1391234567","password":"secret-1"}"#, "422 /problems/invalid-phone", "139"),
      (#"{"phone":"139123456７8","password":"secret-1"}"#, "422 /problems/invalid-phone", "139"),
      (#"{"phone":"13912345678"}"#, "422 /problems/invalid-request", "`password`"),
      (#"{"phone":1,"password":"secret-1"}"#, "422 /problems/invalid-request", "`phone`"),
      (#"{"phone":"13912345678","password":"x"}"#, "422 /problems/invalid-request", "`password`"),
      ("{", "422 /problems/invalid-request", "JSON"),
      ("", "422 /problems/invalid-request", "JSON"),
    ])
  func refusesRegistration(body: String, outcome: String, detail: String) async throws {
    try await MockWorld.run { world in
      let answer = try await world.visitor(.web).call("POST", "/api/register", body)
      #expect(answer.outcome == outcome)
      #expect(answer.json["detail"].text.contains(detail))
      #expect(answer.wire.header("set-cookie") == nil)
    }
  }

  @Test("a login needs the right password, and a logout ends it")
  func logsInAndOut() async throws {
    try await MockWorld.run { world in
      let visitor = world.visitor(.web)
      let wrong = try await visitor.call(
        "POST", "/api/login", #"{"phone":"13800000001","password":"linkage-2"}"#)
      #expect(wrong.outcome == "401 /problems/bad-credentials")
      let stranger = try await visitor.call(
        "POST", "/api/login", #"{"phone":"13911111111","password":"linkage-1"}"#)
      #expect(stranger.outcome == "401 /problems/bad-credentials")
      let right = try await visitor.call(
        "POST", "/api/login", #"{"phone":"13800000001","password":"linkage-1"}"#)
      #expect(right.status == 200 && right.json["name"].text == "李雷")
      #expect(right.json["points"].int == 120)
      let cookie = try #require(visitor.cookie)
      #expect(try await visitor.call("POST", "/api/logout").status == 204)
      #expect(visitor.cookie == nil)
      let replayed = try await visitor.call(
        "GET", "/api/member", headers: [("cookie", cookie)])
      #expect(replayed.outcome == "401 /problems/not-logged-in")
    }
  }

  @Test("a changed name is shown, an empty one refused")
  func renames() async throws {
    try await MockWorld.run { world in
      let visitor = try await world.register("13912345678", on: .web)
      let changed = try await visitor.rename("大明")
      #expect(changed.status == 200 && changed.json["name"].text == "大明")
      let empty = try await visitor.rename("")
      #expect(empty.outcome == "422 /problems/invalid-request")
      #expect(try await visitor.call("GET", "/api/member").json["name"].text == "大明")
    }
  }

  @Test("a deleted member is gone, and the phone number is free again")
  func deletes() async throws {
    try await MockWorld.run { world in
      let visitor = try await world.register("13912345678", on: .web)
      let before = try await visitor.call("GET", "/api/member").json["memberId"]
      #expect(try await visitor.call("DELETE", "/api/member").status == 204)
      let again = try await visitor.call("DELETE", "/api/member")
      #expect(again.outcome == "401 /problems/not-logged-in")
      let login = try await world.logIn("13912345678", on: .web).answer
      #expect(login.outcome == "401 /problems/bad-credentials")
      let next = try await world.register("13912345678", on: .web)
      #expect(try await next.call("GET", "/api/member").json["memberId"] != before)
    }
  }
}
