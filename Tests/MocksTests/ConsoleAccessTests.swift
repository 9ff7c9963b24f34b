import MockKit
import Mocks
import Testing

@Suite struct ConsoleAccessTests {
  @Test("on loopback nobody needs a token, but no page of another origin gets through")
  func loopback() async throws {
    try await MockWorld.run { world in
      #expect(world.set.adminToken == nil)
      let page = try await world.admin(
        "POST", "/reset", #"{"to":"seed"}"#, headers: [("origin", "http://evil.example")])
      #expect(page.outcome == "403 /problems/foreign-origin")
      #expect(try await world.admin("GET", "/clock").status == 200)
      let bent = [("host", "mocks.example:4700")]
      let named = try await world.admin("GET", "/clock", headers: bent)
      #expect(named.outcome == "403 /problems/foreign-host")
      let own = world.set.urls[.console] ?? ""
      #expect(try await world.admin("GET", "/clock", headers: [("origin", own)]).status == 200)
    }
  }

  @Test("beyond loopback the console wants its token")
  func token() async throws {
    var options = try MockWorld.options
    options.host = "0.0.0.0"
    try await MockWorld.run(options) { world in
      let token = try #require(world.set.adminToken)
      #expect(token.count == 32)
      let without = try await world.admin("GET", "/clock")
      #expect(without.outcome == "401 /problems/token-needed")
      #expect(without.wire.header("www-authenticate") == "Bearer")
      let wrong = try await world.admin("GET", "/clock", headers: [("authorization", "Bearer x")])
      #expect(wrong.status == 401)
      let right = [("authorization", "Bearer \(token)")]
      #expect(try await world.admin("GET", "/clock", headers: right).status == 200)
    }
  }

  @Test("an unknown route names the nearest ones")
  func unknown() async throws {
    try await MockWorld.run { world in
      let answer = try await world.admin("GET", "/snapshot")
      #expect(answer.outcome == "404 /problems/unknown-route")
      #expect(answer.json["detail"].text.contains("GET /_admin/v1/snapshots"))
    }
  }
}
