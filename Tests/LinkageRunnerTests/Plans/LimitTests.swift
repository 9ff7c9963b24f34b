import LinkageCore
import LinkageRunner
import Testing
import Values

@Suite("Limits of a run")
struct LimitTests {
  private func get(_ path: String) throws -> Operation {
    try Make.operation(path, [Make.request("GET", path)])
  }

  @Test("a rate spaces the requests of all scenarios to one address")
  func rate() async throws {
    let world = try PlanWorld { _ in .json("{}") }
    defer { world.server.stop() }
    let target = try world.target(rate: Target.Rate(count: 50, per: .seconds(1)))
    let scenarios = try (0..<4).map { number in
      Make.scenario(
        "s\(number)", target: target,
        [try Make.step("a", get("/a")), try Make.step("b", get("/b"))])
    }
    let history = await world.run(scenarios)
    let sent = history.completions.compactMap { $0.completion.sent }.sorted()
    let start = try #require(history.events.first?.at)
    #expect(sent.count == 8)
    // Seven spaces of 20 ms lie before the eighth.
    #expect(sent[7] - start >= .milliseconds(140))
  }

  @Test("scenarios that exclude one another never run side by side, the others do not wait")
  func exclusive() async throws {
    let running = Shared<[String: Int]>([:])
    let most = Shared<[String: Int]>([:])
    let world = try PlanWorld { request in
      let name = String(request.target.dropFirst())
      let count = running.with { running -> Int in
        running[name, default: 0] += 1
        return running[name] ?? 0
      }
      most.with { $0[name] = max($0[name] ?? 0, count) }
      Pause.briefly()
      running.with { $0[name, default: 0] -= 1 }
      return .json("{}")
    }
    defer { world.server.stop() }
    let target = try world.target()
    func scenario(_ id: String, _ names: [String], _ path: String) throws -> Scenario {
      Make.scenario(
        id, exclusive: names, target: target,
        [try Make.step("a", get(path)), try Make.step("b", get(path))])
    }
    let history = await world.run([
      try scenario("1", ["stock"], "/stock"), try scenario("2", ["stock", "till"], "/stock"),
      try scenario("3", ["till"], "/till"), try scenario("4", ["stock"], "/stock"),
      try scenario("5", [], "/free"), try scenario("6", [], "/free"),
    ])
    #expect(most.with { $0["stock"] } == 1)
    #expect(most.with { $0["till"] } == 1)
    let starts = history.events.compactMap { event -> Int? in
      if case .caseStarted(let index) = event.kind { index } else { nil }
    }
    #expect(starts.sorted() == [0, 1, 2, 3, 4, 5])
    #expect(Array(starts.prefix(4)).sorted() == [0, 2, 4, 5])
  }

  @Test("one scenario at a time keeps the order, whatever they exclude")
  func order() async throws {
    let world = try PlanWorld { _ in .json("{}") }
    defer { world.server.stop() }
    let target = try world.target()
    let scenarios = try (0..<5).map { number in
      Make.scenario(
        "s\(number)", exclusive: number % 2 == 0 ? ["x"] : [], target: target,
        [try Make.step("a", get("/\(number)"))])
    }
    _ = await world.run(scenarios, parallel: 1)
    #expect(world.server.requests.map(\.target) == ["/0", "/1", "/2", "/3", "/4"])
  }

  @Test("who waits for a free place is given up with his task, and takes nobody's turn")
  func cancelledWhileWaiting() async {
    let limit = InFlightLimit(1)
    #expect(await limit.acquire())
    let given = Task { await limit.acquire() }
    given.cancel()
    #expect(await given.value == false)
    let next = Task { await limit.acquire() }
    limit.release()
    #expect(await next.value)
  }
}
