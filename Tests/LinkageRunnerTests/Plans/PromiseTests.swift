import LinkageCheck
import LinkageCore
import Testing
import Values

@Suite("An answer that lacks what was promised")
struct PromiseTests {
  private func write(_ body: String) async throws -> (history: History, verdict: CaseVerdict) {
    let world = try PlanWorld { .json($0.method == "POST" ? body : #"{"points":5}"#) }
    defer { world.server.stop() }
    let earn = Make.operation(
      "earn", [try Make.request("POST", "/earn", out: ["points": "http.body.points"])],
      outputs: [Make.field("points", .int)], isWrite: true)
    let look = Make.operation("look", [try Make.request("GET", "/look")])
    return try await world.run([
      try Make.step("earn", earn, soft: true),
      try Make.step("seen", look, expect: ["http.body.points == 5"], since: ["earn"]),
    ])
  }

  @Test(
    "is the product's failure, and the write has happened",
    arguments: [
      ("{}", #"out.points: there is no key"#),
      (#"{"points":"many"}"#, #"out.points: "many" is no int"#),
    ])
  func broken(body: String, detail: String) async throws {
    let (history, verdict) = try await write(body)
    #expect(verdict.findings.map(\.type) == [.fieldMismatch])
    let told = try #require(verdict.findings.first?.detail)
    #expect(told.hasPrefix(detail))
    #expect(verdict.steps[1].status == .passed)
    #expect(verdict.steps[1].measurement != nil)
    let completion = try #require(history.completions.first?.completion)
    #expect(completion.outcome == .ok)
    #expect(completion.broken == BrokenPromise(field: "points", detail: told))
  }
}
