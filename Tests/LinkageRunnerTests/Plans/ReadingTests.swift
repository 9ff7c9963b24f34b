import LinkageCore
import Testing
import Values

@Suite("Reads that compare or stay")
struct ReadingTests {
  /// Reads `points` of both platforms.
  private func parity(
    _ web: String = "/web", _ mini: String = "/mini", fields: [String] = ["points"]
  ) throws -> StepBody {
    func read(_ name: String, _ path: String) throws -> Parity.Read {
      Parity.Read(
        name: name,
        operation: Make.operation(
          "\(name).member",
          [
            try Make.request(
              "GET", path, on: name,
              errors: ["not_found": "http.status == 404"], out: ["points": "http.body.points"])
          ], errors: ["not_found"]))
    }
    return .parity(
      Parity(
        entity: "member", reads: [try read("web", web), try read("mini", mini)], fields: fields))
  }

  private static let same = "out.web.points == out.mini.points"

  @Test("are sent at once, and their outputs stand side by side")
  func atOnce() async throws {
    let meeting = Meeting(of: 2)
    let world = try PlanWorld { _ in
      meeting.join() ? .json(#"{"points":7}"#) : .json("{}", status: 500)
    }
    defer { world.server.stop() }
    let (history, verdict) = try await world.run([
      try Make.step("same", parity(), expect: [Self.same, "same.out.mini.points == 7"])
    ])
    #expect(verdict.findings.isEmpty)
    let completion = try #require(history.completions.first?.completion)
    #expect(completion.output.json() == #"{"web":{"points":7},"mini":{"points":7}}"#)
    #expect(completion.exchanges.map(\.platform) == ["web", "mini"])
  }

  @Test("differ: a FieldMismatch")
  func mismatch() async throws {
    let world = try PlanWorld { .json(#"{"points":\#($0.target.utf8.count)}"#) }
    defer { world.server.stop() }
    let (_, verdict) = try await world.run([
      try Make.step("same", parity(), expect: [Self.same])
    ])
    #expect(verdict.findings.map(\.type) == [.fieldMismatch])
    #expect(verdict.findings[0].condition?.parts.map(\.value) == [.int(4), .int(5)])
  }

  @Test(
    "end as the worst of them ends",
    arguments: [
      (404, Outcome.refused(error: "not_found")), (500, .unknown(reason: nil, status: 500)),
    ])
  func worst(status: Int, outcome: Outcome) async throws {
    let world = try PlanWorld { request in
      .json(#"{"points":7}"#, status: request.target == "/mini" ? status : 200)
    }
    defer { world.server.stop() }
    let (history, _) = try await world.run([
      try Make.step("same", parity(), expect: [Self.same])
    ])
    #expect(history.completions.map(\.completion.outcome) == [outcome])
  }

  @Test("are repeated until the platforms agree")
  func probe() async throws {
    let reads = Shared(0)
    let world = try PlanWorld { request in
      guard request.target == "/mini" else { return .json(#"{"points":7}"#) }
      let count = reads.with { count -> Int in
        count += 1
        return count
      }
      return count < 4 ? .json(#"{"points":1}"#) : .json(#"{"points":7}"#)
    }
    defer { world.server.stop() }
    let earn = try Make.operation("earn", [Make.request("POST", "/earn")], isWrite: true)
    let (_, verdict) = try await world.run([
      try Make.step("earn", earn),
      try Make.step("same", parity(), expect: [Self.same], since: ["earn"]),
    ])
    #expect(verdict.findings.isEmpty)
    let measurement = try #require(verdict.steps[1].measurement)
    #expect(measurement.reads >= 4)
    #expect(measurement.latency.lower > .zero)
  }

  private func stays(
    _ length: Nanoseconds = .milliseconds(120), _ handler: @escaping TinyServer.Handler
  ) async throws -> (history: History, verdict: CaseVerdict) {
    let world = try PlanWorld(handler)
    defer { world.server.stop() }
    let look = try Make.operation(
      "look", [Make.request("GET", "/look", out: ["n": "http.body.n"])])
    return try await world.run([
      try Make.step("still", look, expect: ["out.n == 1"], stays: length)
    ])
  }

  @Test("stay for the whole time, with a read at its end")
  func stay() async throws {
    let (history, verdict) = try await stays { _ in .json(#"{"n":1}"#) }
    #expect(verdict.status == .passed)
    let invoked = history.events.compactMap { event -> Invocation? in
      if case .invoked(let invocation) = event.kind { invocation } else { nil }
    }
    let planned = invoked.compactMap(\.planned)
    #expect(planned.count >= 2)
    #expect(invoked.map(\.read) == invoked.indices.map { $0 })
    #expect((planned.last ?? Instant(0)) - (planned.first ?? Instant(0)) == .milliseconds(120))
  }

  @Test("end at the first that does not hold")
  func change() async throws {
    let reads = Shared(0)
    let (history, verdict) = try await stays(.seconds(5)) { _ in
      let count = reads.with { count -> Int in
        count += 1
        return count
      }
      return count < 3 ? .json(#"{"n":1}"#) : .json(#"{"n":2}"#)
    }
    #expect(history.completions.count == 3)
    #expect(verdict.findings.map(\.type) == [.expectationNotMet])
    let (held, goneBy) = (verdict.findings[0].held ?? .zero, verdict.findings[0].goneBy ?? .zero)
    #expect(held > .zero && goneBy > held)
  }
}
