import LinkageCore
import Testing
import Values

@Suite("Rounds and rows")
struct RoundsTests {
  private func get(_ path: String) throws -> Operation {
    try Make.operation(path, [Make.request("GET", path)])
  }

  @Test("a repeated step is done in order, and its record has all rounds")
  func rounds() async throws {
    let world = try PlanWorld { _ in .json("{}") }
    defer { world.server.stop() }
    let (_, verdict) = try await world.run(
      Make.rounds(
        4,
        try Make.step(
          "look", get("/look"), with: ["n": "${round * 10}"],
          expect: ["look.rounds.size() == round"]))
        + [
          try Make.step(
            "after", get("/after"),
            expect: [
              "look.rounds.map(r, r.with.n) == [10, 20, 30, 40]", "look.with.n == 40",
              "!has(look.rounds[0].rounds)", "round == 0",
            ])
        ])
    #expect(verdict.findings.isEmpty)
  }

  @Test("`every` is the time from start to start")
  func every() async throws {
    let world = try PlanWorld { _ in .json("{}") }
    defer { world.server.stop() }
    let (history, verdict) = try await world.run(
      Make.rounds(4, every: .milliseconds(30), try Make.step("look", get("/look"))))
    #expect(verdict.status == .passed)
    let starts = history.events.compactMap { event -> Instant? in
      if case .invoked = event.kind { event.at } else { nil }
    }
    let begin = try #require(history.events.first?.at)
    #expect(starts.count == 4)
    for (index, start) in starts.enumerated() {
      #expect(start - begin >= .milliseconds(30 * Int64(index)))
    }
  }

  @Test("a round that fails ends the journey")
  func failure() async throws {
    let world = try PlanWorld { _ in .json("{}") }
    defer { world.server.stop() }
    let (_, verdict) = try await world.run(
      Make.rounds(3, try Make.step("look", get("/look"), expect: ["round < 2"])))
    #expect(verdict.steps.map(\.status) == [.passed, .failed, .notRun])
  }

  @Test("a soft one lets the others follow")
  func soft() async throws {
    let world = try PlanWorld { _ in .json("{}") }
    defer { world.server.stop() }
    let (_, verdict) = try await world.run(
      Make.rounds(3, try Make.step("look", get("/look"), expect: ["round != 2"], soft: true)))
    #expect(verdict.steps.map(\.status) == [.passed, .failed, .passed])
  }

  @Test("expressions see the row, also inside a flow")
  func row() async throws {
    let world = try PlanWorld { _ in .json("{}") }
    defer { world.server.stop() }
    let flow = Flow(
      name: "f", place: Make.place, inputs: [], actors: [],
      steps: [try Make.step("in", get("/in"), expect: ["row.level == 'gold'"])], outputs: [])
    let (history, verdict) = try await world.run(
      [
        try Make.step("look", get("/look"), expect: ["row.level == 'gold'"]),
        try Make.step("used", .flow(flow)),
      ], row: Row(label: "level=gold", values: ["level": "gold"]))
    #expect(verdict.findings.isEmpty)
    #expect(history.outline.cases[0].name == "journey [level=gold]")
  }
}
