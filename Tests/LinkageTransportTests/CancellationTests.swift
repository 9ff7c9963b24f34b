import LinkageCore
import LinkageTransport
import Testing

@Suite("Cancellation", .timeLimit(.minutes(2)))
struct CancellationTests {
  @Test("a request in flight ends at once, and its connection with it")
  func inFlight() async throws {
    let gate = Gate()
    try await withServer(always: [.wait(gate), .ok()]) { server, transport in
      let task = Task { await transport.send(.get(server.url), in: nil) }
      var arrivals = server.arrivals.makeAsyncIterator()
      _ = await arrivals.next()
      task.cancel()
      let exchange = await task.value
      #expect(exchange.failure?.kind == .cancelled)
      #expect(exchange.failure?.wasSent == true)
      #expect(exchange.sent <= exchange.received)
      gate.open()
      let next = await transport.send(.get(server.url), in: nil)
      #expect(next.answer?.status == 200)
      #expect(next.phases.reused == false)
      #expect(await transport.usage().inFlight == 0)
    }
  }

  @Test("a task that is cancelled already sends nothing")
  func before() async throws {
    try await withServer(always: [.ok()]) { server, transport in
      // The handle has sent before: what it wrote then is not this request's.
      _ = await transport.send(.get(server.url), in: nil)
      let task = Task {
        while !Task.isCancelled { await Task.yield() }
        return await transport.send(.get(server.url), in: nil)
      }
      task.cancel()
      let exchange = await task.value
      #expect(exchange.failure?.kind == .cancelled)
      #expect(exchange.failure?.wasSent == false)
      #expect(server.requests.count == 1)
    }
  }

  @Test("on the loop's own thread, cancelling between start and send sends nothing")
  func onTheLoop() async throws {
    try await withServer(always: [.ok()]) { server, transport in
      _ = await transport.send(.get(server.url), in: nil)
      let exchange = await withTaskExecutorPreference(transport.executor) {
        // Both are due before the loop looks at its descriptors again.
        let task = Task(executorPreference: transport.executor) {
          await transport.send(.get(server.url), in: nil)
        }
        _ = Task(executorPreference: transport.executor) { task.cancel() }
        return await task.value
      }
      #expect(exchange.failure?.kind == .cancelled)
      #expect(exchange.failure?.wasSent == false)
      #expect(server.requests.count == 1)
    }
  }

  @Test("shutting down cancels what is in flight")
  func shutdown() async throws {
    let gate = Gate()
    try await withServer(always: [.wait(gate), .ok()]) { server, transport in
      await withTaskGroup(of: HTTPExchange.self) { group in
        for _ in 0..<10 { group.addTask { await transport.send(.get(server.url), in: nil) } }
        var arrivals = server.arrivals.makeAsyncIterator()
        for _ in 0..<10 { _ = await arrivals.next() }
        await transport.shutdown()
        for await exchange in group {
          #expect(exchange.failure?.kind == .cancelled)
          #expect(exchange.failure?.wasSent == true)
        }
      }
      gate.open()
    }
  }
}
