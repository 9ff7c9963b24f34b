import LinkageCore
import LinkageTransport
import Testing

@Suite("Lanes")
struct LanesTests {
  @Test("scenarios are spread over them, and a journey stays on one with its session")
  func spread() async throws {
    // All meet at their first request, so that none is over before the last has begun.
    let meeting = Meeting(of: 4)
    let world = try PlanWorld { request in
      if request.target.hasPrefix("/first") { _ = meeting.join() }
      return .json("{}", headers: ["Set-Cookie: of=\(request.target.dropFirst(7))"])
    }
    defer { world.server.stop() }
    let lanes = [SpyLane(try CurlTransport()), SpyLane(try CurlTransport())]
    let target = try world.target()
    let scenarios = try (0..<4).map { number in
      Make.scenario(
        "s\(number)", target: target,
        try ["first", "again", "third"].map { name in
          let path = "/\(name)-\(number)"
          return try Make.step(name, Make.operation(path, [Make.request("GET", path)]))
        })
    }
    _ = await world.run(scenarios, lanes: SpyGroup(lanes: lanes))
    let seen = lanes.map { lane in Set(lane.urls.map { String($0.suffix(1)) }) }
    #expect(seen.map(\.count) == [2, 2])
    #expect(seen[0].isDisjoint(with: seen[1]))
    #expect(lanes.map(\.urls.count) == [6, 6])
    for request in world.server.requests where request.target.hasPrefix("/third") {
      #expect(request.headers["cookie"] == "of=\(request.target.dropFirst(7))")
    }
    for lane in lanes { await lane.transport.shutdown() }
  }
}

private struct SpyGroup: TransportGroup {
  var lanes: [any Transport]
  func lateness() async -> RunEnd.Lateness? { nil }
}

/// The real transport, and what was sent on it.
private final class SpyLane: Transport {
  let transport: CurlTransport
  private let sent = Shared<[String]>([])

  init(_ transport: CurlTransport) { self.transport = transport }

  var urls: [String] { sent.with { $0 } }
  var executor: any TaskExecutor { transport.executor }
  func now() -> Instant { transport.now() }
  func openSession() async -> SessionID { await transport.openSession() }
  func snapshot(of session: SessionID) async -> SessionID {
    await transport.snapshot(of: session)
  }
  func close(_ session: SessionID) async { await transport.close(session) }
  func send(_ request: HTTPRequest, in session: SessionID?) async -> HTTPExchange {
    sent.with { $0.append(request.url) }
    return await transport.send(request, in: session)
  }
  func reach(
    _ url: String, by connection: Connection, timeout: Nanoseconds
  ) async -> TransportFailure? {
    await transport.reach(url, by: connection, timeout: timeout)
  }
  func sleep(until moment: Instant) async { await transport.sleep(until: moment) }
  func lateness() async -> RunEnd.Lateness? { await transport.lateness() }
}
