import LinkageCheck
import LinkageCore
import Testing
import Values

@Suite("An interrupted run")
struct InterruptionTests {
  private func get(_ path: String) throws -> Operation {
    try Make.operation(path, [Make.request("GET", path)])
  }

  /// Interrupts as soon as requests for `/hang`, which is not answered, and for `others` have come.
  private func interrupted(
    _ steps: [Step], others: Set<String> = []
  ) async throws -> (PlanWorld, History) {
    let (arrivals, arrived) = AsyncStream.makeStream(of: String.self)
    let release = Meeting(of: 2)
    let world = try PlanWorld { request in
      arrived.yield(request.target)
      if request.target == "/hang" { _ = release.join() }
      return .json("{}")
    }
    let scenario = Make.scenario(target: try world.target(), steps)
    let task = Task { await world.run([scenario]) }
    var missing = others.union(["/hang"])
    for await target in arrivals {
      missing.remove(target)
      if missing.isEmpty { break }
    }
    task.cancel()
    let history = await task.value
    _ = release.join()
    return (world, history)
  }

  @Test("ends what runs together and in flows, and cleans up both")
  func groups() async throws {
    let flow = Flow(
      name: "f", place: Make.place, inputs: [], actors: [],
      steps: [
        try Make.step("hang", get("/hang")), try Make.step("never", get("/never")),
        try Make.step("undo", get("/undo"), finally: true),
      ], outputs: [])
    let (world, history) = try await interrupted(
      [
        try Make.step(
          "both", .together([Make.step("used", .flow(flow)), Make.step("b", get("/b"))])),
        try Make.step("after", get("/after")),
        try Make.step("last", get("/last"), finally: true),
      ], others: ["/b"])
    defer { world.server.stop() }
    let targets = world.server.requests.map(\.target)
    #expect(targets.sorted() == ["/b", "/hang", "/last", "/undo"])
    #expect(Array(targets.suffix(2)) == ["/last", "/undo"])
    let verdict = Judge.verdict(of: history)
    #expect(verdict.wasInterrupted)
    #expect(verdict.cases[0].status == .interrupted)
    #expect(verdict.cases[0].findings.isEmpty, "\(verdict.cases[0].findings)")
    #expect(verdict.cases[0].cleanup.isEmpty)
  }

  @Test("ends a read that stays, and decides nothing of it")
  func stays() async throws {
    let (world, history) = try await interrupted([
      try Make.step("still", get("/hang"), expect: ["true"], stays: .seconds(60))
    ])
    defer { world.server.stop() }
    let verdict = Judge.verdict(of: history)
    #expect(verdict.cases[0].status == .interrupted)
    #expect(verdict.cases[0].steps.map(\.status) == [.notRun])
  }

  @Test("ends probes that wait for the read of one of them")
  func shared() async throws {
    let look = try Make.operation("look", [Make.request("GET", "/hang")])
    let write = try Make.operation("write", [Make.request("POST", "/write")], isWrite: true)
    let waits = try ["a", "b"].map { id in
      let step = try Make.step(
        id, look, expect: ["true"], since: ["write"], within: .seconds(60))
      var sync = try #require(step.sync)
      sync.spacing = .seconds(30)
      return step.with(sync: sync)
    }
    let (world, history) = try await interrupted([
      try Make.step("write", write), try Make.step("both", .together(waits)),
    ])
    defer { world.server.stop() }
    let verdict = Judge.verdict(of: history)
    #expect(verdict.cases[0].status == .interrupted)
    #expect(verdict.cases[0].steps.map(\.status) == [.passed, .notRun, .notRun, .notRun])
    #expect(history.completions.count { $0.completion.shared != nil } == 1)
    #expect(world.server.requests.map(\.target) == ["/write", "/hang"])
  }
}
