import LinkageCore
import LinkageTransport
import Testing

@Suite("Limits on connections", .timeLimit(.minutes(2)))
struct LimitTests {
  @Test("no more connections than allowed are made, and all requests are answered")
  func limit() async throws {
    try await withServer(always: [.ok()]) { server, transport in
      await withTaskGroup(of: Int?.self) { group in
        for _ in 0..<200 {
          let request = HTTPRequest.get(server.url).by(.limited(to: 3))
          group.addTask { await transport.send(request, in: nil).answer?.status }
        }
        for await status in group { #expect(status == 200) }
      }
      #expect(server.connections <= 3)
      #expect(server.requests.count == 200)
    }
  }

  @Test("waiting for a connection ends with the request's time, unsent, or at once by cancellation")
  func waiting() async throws {
    let gate = Gate()
    let script: RawServer.Script = { $0.target == "/hold" ? [.wait(gate), .ok()] : [.ok()] }
    try await withServer(script) { server, transport in
      let connection = Connection.limited(to: 1)
      let holder = Task {
        await transport.send(.get(server.url + "/hold").by(connection), in: nil)
      }
      var arrivals = server.arrivals.makeAsyncIterator()
      _ = await arrivals.next()
      let late = await transport.send(
        .get(server.url + "/late", timeout: .milliseconds(50)).by(connection), in: nil)
      #expect(late.failure?.kind == .timeout)
      #expect(late.failure?.wasSent == false)
      #expect(late.wire == .nothing)
      let cancelled = Task {
        await transport.send(.get(server.url + "/never").by(connection), in: nil)
      }
      while await transport.usage().inFlight < 2 { await Task.yield() }
      cancelled.cancel()
      let failure = await cancelled.value.failure
      #expect(failure?.kind == .cancelled)
      #expect(failure?.wasSent == false)
      async let next = transport.send(.get(server.url + "/next").by(connection), in: nil)
      gate.open()
      #expect(await holder.value.answer?.status == 200)
      #expect(await next.answer?.status == 200)
      #expect(server.requests.map(\.target) == ["/hold", "/next"])
      #expect(server.connections == 1)
    }
  }

  @Test("a limit is divided among the lanes, and there are no more lanes than connections")
  func lanes() async throws {
    let gate = Gate()
    let server = try RawServer { _ in [.wait(gate), .ok()] }
    defer { server.stop() }
    #expect(try CurlTransports(lanesAtMost: 2, cores: 5).lanes.count == 2)
    #expect(try CurlTransports(lanesAtMost: 0).lanes.count == 1)
    let transports = try CurlTransports(lanesAtMost: 3, cores: 2)
    #expect(transports.lanes.count == 2)
    await withTaskGroup(of: Int?.self) { group in
      for lane in transports.lanes {
        for _ in 0..<5 {
          let request = HTTPRequest.get(server.url).by(.limited(to: 3))
          group.addTask { await lane.send(request, in: nil).answer?.status }
        }
      }
      async let _ = server.open(gate, after: 3)
      for await status in group { #expect(status == 200) }
    }
    #expect(server.connections == 3)
    await transports.shutdown()
  }

  @Test("all loops' lateness is told as one")
  func lateness() async throws {
    let transports = try CurlTransports(lanesAtMost: 3, cores: 3)
    #expect(await transports.lateness() == nil)
    for lane in transports.lanes {
      // A moment that is over before the loop sees it is no timer.
      while await lane.lateness() == nil { await lane.sleep(until: lane.now() + .milliseconds(5)) }
    }
    let all = try #require(await transports.lateness())
    for lane in transports.lanes {
      let one = try #require(await lane.lateness())
      #expect(one.max <= all.max)
    }
    await transports.shutdown()
  }
}
