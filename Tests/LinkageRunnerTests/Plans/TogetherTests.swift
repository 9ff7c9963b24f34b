import LinkageCore
import Testing
import Values

@Suite("Steps that run together")
struct TogetherTests {
  private func get(_ path: String, on platform: String = "web") throws -> Operation {
    try Make.operation(path, [Make.request("GET", path, on: platform)])
  }

  @Test("are all under way at once, and afterwards all their names are known")
  func atOnce() async throws {
    let meeting = Meeting(of: 3)
    let world = try PlanWorld { request in
      guard request.target.hasPrefix("/meet") else { return .json(#"{"n":9}"#) }
      return meeting.join()
        ? .json(#"{"n":\#(request.target.last ?? "0")}"#) : .json("{}", status: 500)
    }
    defer { world.server.stop() }
    let inside = try (1...3).map { number in
      try Make.step("m\(number)", get("/meet\(number)"), lets: ["n\(number)": "http.body.n"])
    }
    let (_, verdict) = try await world.run([
      try Make.step("all", .together(inside)),
      try Make.step(
        "after", get("/after"), expect: ["m1.http.body.n + m2.http.body.n + n3 == 6"]),
    ])
    #expect(verdict.findings.isEmpty)
    #expect(verdict.steps.map(\.status) == Array(repeating: .passed, count: 5))
  }

  @Test("do not see one another, and all end though one failed; the journey ends after them")
  func failure() async throws {
    let meeting = Meeting(of: 2)
    let world = try PlanWorld { _ in meeting.join() ? .json("{}") : .json("{}", status: 500) }
    defer { world.server.stop() }
    let (_, verdict) = try await world.run([
      try Make.step(
        "both",
        .together([
          Make.step("a", get("/a"), expect: ["false"]),
          Make.step("b", get("/b"), expect: ["true"]),
        ])),
      try Make.step("after", get("/after")),
    ])
    #expect(verdict.steps.map(\.status) == [.failed, .failed, .passed, .notRun])
    #expect(verdict.findings.map(\.step) == [1])
  }

  @Test("go on when the one that failed is soft")
  func soft() async throws {
    let world = try PlanWorld { _ in .json("{}") }
    defer { world.server.stop() }
    let (_, verdict) = try await world.run([
      try Make.step(
        "both",
        .together([
          Make.step("a", get("/a"), expect: ["false"], soft: true), Make.step("b", get("/b")),
        ])),
      try Make.step("after", get("/after")),
    ])
    #expect(verdict.steps.map(\.status).suffix(2) == [.passed, .passed])
    #expect(verdict.findings.map(\.step) == [1])
  }

  @Test("send nothing when the inputs of one have no value")
  func inputsFirst() async throws {
    let world = try PlanWorld { _ in .json("{}") }
    defer { world.server.stop() }
    let (_, verdict) = try await world.run([
      try Make.step(
        "both",
        .together([
          Make.step("a", get("/a")), Make.step("b", get("/b"), with: ["x": "${1 / 0}"]),
        ]))
    ])
    #expect(world.server.requests.isEmpty)
    #expect(verdict.findings.map(\.type) == [.notRunnable])
    #expect(verdict.findings.map(\.step) == [2])
  }

  @Test("share the session of one actor, whose token and cookies the next step has")
  func sessions() async throws {
    let world = try PlanWorld { request in
      switch request.target {
      case "/login": .json(#"{"token":"t-0123456789"}"#, headers: ["Set-Cookie: a=1; Path=/"])
      case "/other": .json("{}", headers: ["Set-Cookie: b=2; Path=/"])
      default: .json("{}")
      }
    }
    defer { world.server.stop() }
    let login = try Make.operation(
      "login", [Make.request("GET", "/login", session: ["token": "http.body.token"])])
    let (_, verdict) = try await world.run(
      [
        try Make.step(
          "both",
          .together([
            Make.step("a", login, as: "alice"), Make.step("b", get("/other"), as: "alice"),
          ])),
        try Make.step("after", get("/after"), as: "alice"),
      ], actors: [try Make.actor("alice")],
      target: try world.target(sessionHeaders: ["Authorization": "${session.token}"]))
    #expect(verdict.findings.isEmpty)
    let after = try #require(world.server.requests("/after").first)
    #expect(after.headers["authorization"] == "t-0123456789")
    let cookies = after.headers["cookie"]?.split(separator: ";").map {
      $0.trimmingPrefix(" ")
    }
    #expect(cookies?.sorted() == ["a=1", "b=2"])
  }

  @Test("do the rounds of a repeated one in order, beside the others")
  func rounds() async throws {
    let world = try PlanWorld { _ in .json("{}") }
    defer { world.server.stop() }
    let repeated = Make.rounds(
      3, try Make.step("look", get("/look"), with: ["n": "${round}"], expect: ["round > 0"]))
    let (history, verdict) = try await world.run([
      try Make.step("both", .together(repeated + [Make.step("b", get("/b"))])),
      try Make.step(
        "after", get("/after"),
        expect: ["look.rounds.map(r, r.with.n) == [1, 2, 3]", "look.with.n == 3", "round == 0"]),
    ])
    #expect(verdict.findings.isEmpty)
    #expect(history.events.count { if case .stepEnded = $0.kind { true } else { false } } == 6)
  }
}
