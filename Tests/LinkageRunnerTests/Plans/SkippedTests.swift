import LinkageCore
import Testing
import Values

@Suite("A step that its `when` passes over")
struct SkippedTests {
  private func get(_ path: String) throws -> Operation {
    try Make.operation(path, [Make.request("GET", path, on: "web")])
  }

  @Test("says so by its outcome, also among steps that run together", arguments: [false, true])
  func outcome(together: Bool) async throws {
    let world = try PlanWorld { _ in .json("{}") }
    defer { world.server.stop() }
    let maybe = try Make.step("maybe", get("/maybe"), when: "false")
    let (_, verdict) = try await world.run([
      try Make.step("first", get("/first")),
      together ? try Make.step("both", .together([maybe])) : maybe,
      try Make.step("after", get("/after"), expect: ["maybe.outcome == 'skipped'"]),
    ])
    #expect(verdict.findings.isEmpty, "\(verdict.findings)")
    #expect(world.server.requests.map(\.target) == ["/first", "/after"])
  }

  @Test("is named where more is asked of it")
  func asked() async throws {
    let world = try PlanWorld { _ in .json("{}") }
    defer { world.server.stop() }
    let (_, verdict) = try await world.run([
      try Make.step("maybe", get("/maybe"), when: "false"),
      try Make.step("after", get("/after"), expect: ["maybe.http.status == 200"]),
    ])
    #expect(
      verdict.findings.map(\.condition?.problem) == [
        "step `maybe` was skipped, so nothing of it is known"
      ])
  }
}
