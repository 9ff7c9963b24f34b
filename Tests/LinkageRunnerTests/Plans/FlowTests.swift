import LinkageCore
import Testing
import Values

@Suite("A flow")
struct FlowTests {
  private static func get(_ path: String, isWrite: Bool = false) throws -> Operation {
    try Make.operation(path, [Make.request("GET", path)], isWrite: isWrite)
  }

  /// Takes a phone and, if given, a note, and registers.
  private func member(
    named name: String = "member", actors: [Scenario.Actor] = [], _ steps: [Step],
    outputs: KeyValuePairs<String, String> = [:]
  ) throws -> Flow {
    Flow(
      name: name, place: Make.place,
      inputs: [Make.field("phone", .phone), Make.field("note", .string, optional: true)],
      actors: actors, steps: steps, outputs: try Make.named(outputs))
  }

  @Test("has a scope of its own, takes inputs from its actor and gives outputs")
  func scope() async throws {
    let world = try PlanWorld { request in .json(#"{"target":"\#(request.target)"}"#) }
    defer { world.server.stop() }
    let flow = try member(
      [
        Make.step(
          "inner", Self.get("/inner"),
          with: ["p": "${inputs.phone}", "note": "${inputs.note}"],
          expect: ["with.p == '138'", "!has(with.note)", "inputs.phone == '138'"])
      ], outputs: ["id": "inner.http.body.target", "phone": "inputs.phone"])
    let (_, verdict) = try await world.run(
      [
        try Make.step("before", Self.get("/before")),
        try Make.step("used", .flow(flow), as: "alice", expect: ["out.id == '/inner'"]),
        try Make.step(
          "after", Self.get("/after"),
          expect: [
            "used.out == {'id': '/inner', 'phone': '138'}", "used.outcome == 'ok'",
            "used.with == {'phone': '138'}",
          ]),
        try Make.step("hidden", Self.get("/hidden"), with: ["x": "${inner.http}"]),
      ], actors: [try Make.actor("alice", ["phone": "${138}", "password": "Hidden-1"])])
    #expect(verdict.findings.map(\.step) == [4])
    #expect(verdict.findings.map(\.type) == [.notRunnable])
    #expect(verdict.steps.map(\.status) == [.passed, .passed, .passed, .passed, .failed])
  }

  @Test("sees nothing of its caller")
  func noCaller() async throws {
    let world = try PlanWorld { _ in .json("{}") }
    defer { world.server.stop() }
    let flow = try member([
      Make.step("inner", Self.get("/inner"), with: ["x": "${before.outcome}"])
    ])
    let (_, verdict) = try await world.run([
      try Make.step("before", Self.get("/before")), try Make.step("used", .flow(flow)),
    ])
    #expect(verdict.findings.map(\.step) == [2])
    #expect(verdict.steps.map(\.status) == [.passed, .failed, .failed])
    #expect(world.server.requests("/inner").isEmpty)
  }

  @Test("acts in the session of the actor who uses it, its own people in theirs")
  func actors() async throws {
    let world = try PlanWorld { request in
      .json("{}", headers: request.target == "/login" ? ["Set-Cookie: who=alice; Path=/"] : [])
    }
    defer { world.server.stop() }
    let bob = Scenario.Actor(
      name: "bob", key: "used/bob", fields: try Make.entries(["phone": "200"]))
    let flow = try member(
      actors: [bob],
      [
        Make.step("mine", Self.get("/mine"), expect: ["bob.phone == '200'"]),
        Make.step("his", Self.get("/his"), as: "used/bob", expect: ["with.phone == '200'"]),
      ])
    let (_, verdict) = try await world.run(
      [
        try Make.step("login", Self.get("/login"), as: "alice"),
        try Make.step("used", .flow(flow), as: "alice"),
      ], actors: [try Make.actor("alice", ["phone": "100"])])
    #expect(verdict.findings.isEmpty)
    #expect(world.server.requests("/mine").map { $0.headers["cookie"] } == ["who=alice"])
    #expect(world.server.requests("/his").map { $0.headers["cookie"] } == [nil])
  }

  @Test("that fails inside fails the journey there, and is cleaned up all the same")
  func cleanup() async throws {
    let world = try PlanWorld { _ in .json("{}") }
    defer { world.server.stop() }
    func flow(_ name: String, fails: Bool) throws -> StepBody {
      .flow(
        try member(
          named: name,
          [
            Make.step("act", Self.get("/act-\(name)"), expect: [fails ? "false" : "true"]),
            Make.step("rest", Self.get("/rest-\(name)")),
            Make.step(
              "undo", Self.get("/undo-\(name)"), with: ["was": "${act.outcome}"], finally: true),
          ]))
    }
    let (_, verdict) = try await world.run([
      try Make.step("one", flow("one", fails: false)),
      try Make.step("two", flow("two", fails: true)),
      try Make.step("three", flow("three", fails: false)),
      try Make.step("last", Self.get("/last"), finally: true),
    ])
    #expect(
      world.server.requests.map(\.target) == [
        "/act-one", "/rest-one", "/act-two", "/last", "/undo-two", "/undo-one",
      ])
    #expect(verdict.cleanup.isEmpty)
    #expect(
      verdict.steps.map(\.status) == [
        .passed, .passed, .passed, .passed, .failed, .failed, .notRun, .passed, .notRun, .notRun,
        .notRun, .notRun, .passed,
      ])
  }

  @Test("that `finally` uses is cleaned up after it")
  func cleanupOfCleanup() async throws {
    let world = try PlanWorld { _ in .json("{}") }
    defer { world.server.stop() }
    let flow = try member([
      Make.step("act", Self.get("/act")), Make.step("undo", Self.get("/undo"), finally: true),
    ])
    _ = try await world.run([
      try Make.step("one", Self.get("/one")),
      try Make.step("used", .flow(flow), finally: true),
      try Make.step("last", Self.get("/last"), finally: true),
    ])
    #expect(world.server.requests.map(\.target) == ["/one", "/act", "/last", "/undo"])
  }

  @Test("counts from its last acknowledged write for what waits since it")
  func since() async throws {
    let world = try PlanWorld { _ in .json("{}") }
    defer { world.server.stop() }
    let flow = try member([
      Make.step("write", Self.get("/write", isWrite: true)), Make.step("read", Self.get("/read")),
    ])
    let (history, verdict) = try await world.run([
      try Make.step("used", .flow(flow)),
      try Make.step("seen", Self.get("/seen"), expect: ["true"], since: ["used"]),
    ])
    let measurement = try #require(verdict.steps.last?.measurement)
    let write = history.completions.first { $0.step == "write" }?.completion
    #expect(measurement.acknowledged == write?.received)
    #expect(verdict.status == .passed)
  }

  @Test("may be used by a flow, side by side and in rounds")
  func nested() async throws {
    let world = try PlanWorld { request in .json(#"{"n":\#(request.target.utf8.count)}"#) }
    defer { world.server.stop() }
    let inner = try member(
      named: "inner", [Make.step("get", Self.get("/12345678"))], outputs: ["n": "get.http.body.n"])
    let outer = try member(
      named: "outer",
      Make.rounds(2, try Make.step("each", .flow(inner), lets: ["double": "out.n * 2"])),
      outputs: ["sum": "each.rounds.map(r, r.out.n).filter(n, n == 9).size() + double"])
    let (_, verdict) = try await world.run([
      try Make.step(
        "both",
        .together([Make.step("a", .flow(outer)), Make.step("b", .flow(outer))])),
      try Make.step("after", Self.get("/after"), expect: ["a.out.sum + b.out.sum == 40"]),
    ])
    #expect(verdict.findings.isEmpty)
    #expect(verdict.status == .passed)
  }

  @Test("whose outputs have no value could not be run, and says so at the step that uses it")
  func outputs() async throws {
    let world = try PlanWorld { _ in .json("{}") }
    defer { world.server.stop() }
    let flow = try member([Make.step("get", Self.get("/get"))], outputs: ["n": "get.http.body.n"])
    let (_, verdict) = try await world.run([try Make.step("used", .flow(flow))])
    #expect(verdict.findings.map(\.type) == [.notRunnable])
    #expect(verdict.findings.map(\.step) == [0])
  }
}
