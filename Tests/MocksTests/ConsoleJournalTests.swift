import Foundation
import MockKit
import Mocks
import Testing

@Suite struct ConsoleJournalTests {
  /// Some calls to look for.
  private static func run(_ body: (MockWorld, _ memberID: String) async throws -> Void) async throws
  {
    try await MockWorld.run { world in
      let web = try await world.register("13912345678", on: .web)
      let id = try await web.call("GET", "/api/member").json["memberId"].text
      try await web.call("POST", "/api/points/spend", #"{"amount":5,"reason":"it's"}"#)
      try await web.call("GET", "/api/nothing?a=1")
      try await world.settle()
      try await body(world, id)
    }
  }

  @Test(
    "the journal is filtered by server, method, path, status and member",
    arguments: [
      ("server=web&method=GET", ["/api/nothing", "/api/member"]),
      ("status=4xx&path=nothing", ["/api/nothing"]),
      ("status=409&server=web", ["/api/points/spend"]),
      ("server=mini&path=/_link/events", ["/_link/events"]),
      ("server=web&limit=1", ["/api/nothing"]), ("since=100000", []),
    ])
  func filters(query: String, paths: [String]) async throws {
    try await Self.run { world, _ in
      let items = try await world.admin("GET", "/journal?\(query)").json["items"].list
      #expect(items.map { $0["path"].text } == paths)
    }
  }

  @Test("whoever a call was for finds it, also where only the answer speaks of them")
  func member() async throws {
    try await Self.run { world, id in
      let items = try await world.admin("GET", "/journal?member=\(id)").json["items"].list
      let paths = items.map { $0["path"].text }
      #expect(paths.contains("/api/register") && paths.contains("/api/points/spend"))
      #expect(paths.contains("/_link/events") && !paths.contains("/api/nothing"))
      let spent = items.first { $0["path"].text == "/api/points/spend" }
      #expect(spent?["member"].text == id)
      #expect(spent?["problem"].text == "/problems/not-enough-points")
    }
  }

  @Test("secrets are masked wherever the journal is read")
  func masks() async throws {
    try await Self.run { world, _ in
      _ = try await world.logIn("13912345678", on: .mini)
      for path in ["/journal.har", "/journal"] {
        let text = try await world.admin("GET", "\(path)?limit=1000").text
        #expect(text.contains("/api/login"))
        for secret in ["secret-1", "3f8a1c5e7b9d2f4a6c8e0b1d3f5a7c9e", "sid="] {
          #expect(!text.contains(secret))
        }
      }
      let items = try await world.admin("GET", "/journal?path=/api/register").json["items"].list
      let id = try #require(items.first?["id"].int)
      let detail = try await world.admin("GET", "/journal/\(id)").json
      #expect(detail["request"]["body"].text == #"{"phone":"13912345678","password":"***"}"#)
      let curl = try await world.admin("GET", "/journal/\(id)/curl").text
      #expect(curl.hasPrefix("curl -i -X POST '\(world.set.urls[.web] ?? "")/api/register'"))
      #expect(curl.contains(#""password":"***""#))
    }
  }

  @Test("an entry is a command line that a shell takes")
  func curl() async throws {
    try await Self.run { world, _ in
      let items = try await world.admin("GET", "/journal?path=spend").json["items"].list
      let id = try #require(items.first?["id"].int)
      let line = try await world.admin("GET", "/journal/\(id)/curl").text
      #expect(line.contains(#"--data-raw '{"amount":5,"reason":"it'\''s"}'"#))
      #expect(line.contains("-H 'cookie: ***'"))
      let unknown = try await world.admin("GET", "/journal/999999/curl")
      #expect(unknown.outcome == "404 /problems/journal-entry-not-found")
    }
  }

  @Test("all of it is HAR 1.2, oldest first")
  func har() async throws {
    try await Self.run { world, _ in
      let log = try await world.admin("GET", "/journal.har?server=web").json["log"]
      #expect(log["version"].text == "1.2" && log["creator"]["name"].text == "linkage")
      let entries = log["entries"].list
      let urls = entries.map { $0["request"]["url"].text }
      #expect(urls.first?.hasSuffix("/api/register") == true)
      #expect(urls.last?.hasSuffix("/api/nothing?a=1") == true)
      for entry in entries {
        #expect(
          entry.keys.isSuperset(of: [
            "startedDateTime", "time", "request", "response", "cache", "timings",
          ]))
        #expect(entry["response"]["content"].keys.isSuperset(of: ["size", "mimeType", "text"]))
      }
    }
  }

  @Test("a reader who follows the journal gets each new entry, after those it missed")
  func stream() async throws {
    try await Self.run { world, _ in
      let first = try await world.admin("GET", "/journal?limit=1").json["items"][0]["id"].int ?? 0
      let url = try #require(
        URL(string: "\(world.set.urls[.console] ?? "")/_admin/v1/journal/stream?server=web"))
      let events = try await EventReader.read(url, after: first - 1, count: 2) {
        _ = try await world.visitor(.web).call("GET", "/api/products")
      }
      #expect(events.map(\.id) == events.map(\.id).sorted() && events.allSatisfy { $0.id >= first })
      #expect(events.last?.data.contains("/api/products") == true)
    }
  }

  @Test("the journal keeps the latest entries, and of a long body the beginning")
  func bounded() async throws {
    try await MockWorld.run { world in
      let web = world.visitor(.web)
      let long = String(repeating: "x", count: 100_000)
      try await web.call("POST", "/api/login", #"{"phone":"\#(long)","password":"p"}"#)
      let id =
        try await world.admin("GET", "/journal?path=/api/login").json["items"][0]["id"].int ?? 0
      let body = try await world.admin("GET", "/journal/\(id)").json["request"]["body"].text
      #expect(body.utf8.count == Journal.longestBody)
    }
  }

  @Test("all servers' truth is one log")
  func truth() async throws {
    try await Self.run { world, _ in
      let lines = try await world.admin("GET", "/truth").text.split(separator: "\n")
      #expect(lines.count == world.set.truth.entries.count && lines.count >= 5)
      #expect(lines.contains { $0.contains(#""server":"mini""#) })
    }
  }

  @Test("a secret under a name in another case is masked, too")
  func otherCase() async throws {
    try await MockWorld.run { world in
      try await world.visitor(.wechat).call(
        "POST", "/cgi-bin/nothing?Access_Token=hidden-1&b=seen-2", #"{"AppSecret":"hidden-3"}"#)
      for path in ["/journal.har", "/journal?path=nothing"] {
        let text = try await world.admin("GET", path).text
        #expect(text.contains("seen-2") && !text.contains("hidden-"), "\(text)")
      }
      let items = try await world.admin("GET", "/journal?path=nothing").json["items"].list
      let id = try #require(items.first?["id"].int)
      for path in ["/journal/\(id)", "/journal/\(id)/curl"] {
        let text = try await world.admin("GET", path).text
        #expect(!text.contains("hidden-"), "\(text)")
      }
    }
  }
}
