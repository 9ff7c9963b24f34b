import LinkageCore
import LinkageTransport
import Testing

@Suite("Cancelling before the request is out", .timeLimit(.minutes(2)))
struct CancelledConnectionTests {
  /// Cancels a request once it is under way; it ends at once, and nothing was sent.
  private func expectUnsent(_ url: String, _ isReady: () async -> Void) async throws {
    let transport = try CurlTransport()
    let task = Task { await transport.send(.get(url, timeout: .seconds(60)), in: nil) }
    await isReady()
    while await transport.usage().inFlight == 0 { await Task.yield() }
    task.cancel()
    let exchange = await task.value
    #expect(exchange.failure?.kind == .cancelled)
    #expect(exchange.failure?.wasSent == false)
    #expect(exchange.wire == .nothing)
    #expect(await transport.usage() == Usage(inFlight: 0, idleHandles: 1, sessions: 0))
    await transport.shutdown()
  }

  @Test("while the connection opens")
  func connect() async throws {
    // Nobody accepts: once the queue is full, further connections get no answer.
    let (descriptor, port) = try RawSocket.listen(backlog: 0)
    let fillers = (0..<8).map { _ in RawSocket.connect(port: port) }
    defer { for filler in fillers + [descriptor] { RawSocket.end(filler) } }
    try await expectUnsent("http://127.0.0.1:\(port)/") {}
  }

  @Test("while TLS is agreed on")
  func handshake() async throws {
    let gate = Gate()
    // Reads the first bytes of the handshake and says nothing.
    let server = try RawServer(readingAtMost: 5) { _ in [.wait(gate), .close] }
    defer { server.stop() }
    try await expectUnsent("https://127.0.0.1:\(server.port)/") {
      var arrivals = server.arrivals.makeAsyncIterator()
      _ = await arrivals.next()
    }
    gate.open()
  }
}
