import LinkageCore
import Testing
import Values

@testable import LinkageRunner

@Suite("A redirect")
struct RedirectTests {
  private func get(_ path: String, follow: Int) throws -> Operation {
    Make.operation("web.get", [try Make.request("GET", path, on: "web", follow: follow)])
  }

  @Test("takes the session to the platform, and nowhere else", arguments: [true, false])
  func session(elsewhere: Bool) async throws {
    let other = try TinyServer { _ in .json(#"{"there":true}"#) }
    defer { other.stop() }
    let there = elsewhere ? other.url + "/x" : "/here"
    let world = try PlanWorld { request in
      request.target == "/start"
        ? .json("", status: 302, headers: ["Location: \(there)"]) : .json(#"{"there":true}"#)
    }
    defer { world.server.stop() }
    let (history, verdict) = try await world.run(
      [try Make.step("go", get("/start", follow: 3), expect: ["http.body.there"])],
      target: try world.target(sessionHeaders: ["X-Session": "fixed-0123"]))
    #expect(verdict.findings.isEmpty, "\(verdict.findings)")
    let last = try #require(elsewhere ? other.requests.last : world.server.requests.last)
    #expect(last.headers["x-session"] == (elsewhere ? nil : "fixed-0123"))
    #expect(world.server.requests.first?.headers["x-session"] == "fixed-0123")
    #expect(history.completions.count == 1)
  }

  @Test("in a circle ends with its last answer")
  func circle() async throws {
    let world = try PlanWorld { _ in .json("", status: 302, headers: ["Location: again"]) }
    defer { world.server.stop() }
    _ = try await world.run(
      [try Make.step("go", get("/start", follow: 3), expect: ["http.status == 302"])],
      target: try world.target(sessionHeaders: ["X-Session": "fixed-0123"]))
    #expect(world.server.requests.map(\.target) == ["/start", "/again", "/again", "/again"])
  }

  @Test(
    "leads where a browser would go",
    arguments: [
      ("/x?y", "http://a:1/x?y"), ("x", "http://a:1/b/x"), ("?q", "http://a:1/b/c?q"),
      ("//c/d", "http://c/d"), ("https://s/t", "https://s/t"), ("x:y", nil),
      ("javascript:alert(1)", nil), ("", "http://a:1/b/"),
    ])
  func place(location: String, url: String?) {
    #expect(RedirectChain.url(location, from: "http://a:1/b/c?z#f") == url)
  }
}
