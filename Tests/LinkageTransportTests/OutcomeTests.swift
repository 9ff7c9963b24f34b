import LinkageCore
import LinkageTransport
import Testing

/// What a server does after it has read a request, and what the one who asked is told.
struct Ending: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var kind: TransportFailure.Kind
  var actions: [RawServer.Action]

  init(_ description: String, _ kind: TransportFailure.Kind, _ actions: [RawServer.Action]) {
    testDescription = description
    self.kind = kind
    self.actions = actions
  }

  static let all: [Ending] = [
    Ending("closed without an answer", .lost, [.close]),
    Ending("reset without an answer", .lost, [.reset]),
    Ending("closed in the status line", .lost, [.send("HTTP/1.1 20"), .close]),
    Ending("closed in the headers", .lost, [.send("HTTP/1.1 200 OK\r\nContent-Le"), .close]),
    Ending("closed behind a header", .lost, [.send("HTTP/1.1 200 OK\r\nA: b\r\n"), .close]),
    Ending(
      "closed in the body", .lost,
      [.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"), .close]),
    Ending(
      "reset in the body", .lost,
      [.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"), .reset]),
    Ending(
      "closed in a chunk", .lost,
      [.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhal"), .close]),
    Ending("not HTTP", .malformed, [.send("hello, who is there?\r\n\r\n"), .close]),
    Ending(
      "not gzip", .malformed,
      [.answer("200 OK", "this was never packed", headers: ["Content-Encoding: gzip"])]),
    Ending("too large", .tooLarge, [.ok(String(repeating: "x", count: 2000))]),
  ]
}

@Suite("Outcomes", .timeLimit(.minutes(2)))
struct OutcomeTests {
  @Test("what happens after the request was written is told as such", arguments: Ending.all)
  func endings(ending: Ending) async throws {
    try await withServer(always: ending.actions) { server, transport in
      let exchange = await transport.send(
        .make("POST", server.url, body: "x", maximumAnswer: 1000), in: nil)
      let failure = try #require(exchange.failure)
      #expect(failure.kind == ending.kind, "\(failure.detail)")
      #expect(failure.wasSent)
      #expect(!failure.detail.isEmpty)
      let causes = ["not gzip": FailureCause.packing, "too large": .answerSize]
      #expect(failure.cause == causes[ending.testDescription])
      #expect(exchange.sent <= exchange.received)
      #expect(server.requests.count == 1)
    }
  }

  @Test("an answer that never comes is a time-out of a request that was sent")
  func timeout() async throws {
    let gate = Gate()
    try await withServer(always: [.wait(gate), .close]) { server, transport in
      var timeout = Nanoseconds.milliseconds(40)
      var failure: TransportFailure?
      // On a busy machine the time may be over before the request is out.
      repeat {
        let exchange = await transport.send(.get(server.url, timeout: timeout), in: nil)
        failure = exchange.failure
        timeout = timeout + timeout
      } while failure?.wasSent == false
      #expect(failure?.kind == .timeout)
      #expect(failure?.wasSent == true)
      var arrivals = server.arrivals.makeAsyncIterator()
      #expect(await arrivals.next() != nil)
      gate.open()
    }
  }

  @Test("a port that nobody listens on refuses and nothing was sent")
  func refused() async throws {
    let (descriptor, port) = try RawSocket.listen(backlog: 1)
    RawSocket.end(descriptor)
    let transport = try CurlTransport()
    let exchange = await transport.send(.get("http://127.0.0.1:\(port)/"), in: nil)
    #expect(exchange.failure?.kind == .refused)
    #expect(exchange.failure?.wasSent == false)
    #expect(exchange.phases.reused == false)
    await transport.shutdown()
  }

  @Test("a time-out while connecting was not sent")
  func connectTimeout() async throws {
    // Nobody accepts: once the queue is full, further connections get no answer.
    let (descriptor, port) = try RawSocket.listen(backlog: 0)
    let fillers = (0..<8).map { _ in RawSocket.connect(port: port) }
    defer { for filler in fillers + [descriptor] { RawSocket.end(filler) } }
    let transport = try CurlTransport()
    let exchange = await transport.send(
      .get("http://127.0.0.1:\(port)/", timeout: .milliseconds(60)), in: nil)
    #expect(exchange.failure?.kind == .timeout)
    #expect(exchange.failure?.wasSent == false)
    await transport.shutdown()
  }

  @Test("a name that cannot exist is not resolved and nothing was sent")
  func name() async throws {
    let transport = try CurlTransport()
    // A label has 63 characters at most, so no name server is asked.
    let name = String(repeating: "a", count: 64) + ".invalid"
    let exchange = await transport.send(.get("http://\(name)/"), in: nil)
    #expect(exchange.failure?.kind == .nameNotResolved)
    #expect(exchange.failure?.wasSent == false)
    await transport.shutdown()
  }

  @Test("TLS to a server without it fails before anything was sent")
  func tls() async throws {
    try await withServer(always: [.ok()]) { server, transport in
      let exchange = await transport.send(
        .get("https://127.0.0.1:\(server.port)/", timeout: .seconds(5)), in: nil)
      #expect(exchange.failure?.wasSent == false)
      #expect([.tls, .timeout].contains(exchange.failure?.kind))
    }
  }

  @Test(
    "a URL that is none is refused",
    arguments: ["", "http://", "ftp://127.0.0.1/", "file:///etc/passwd", "http://127.0.0.1/a b"])
  func badURL(url: String) async throws {
    let transport = try CurlTransport()
    let exchange = await transport.send(.get(url), in: nil)
    #expect(exchange.failure?.kind == .badURL)
    #expect(exchange.failure?.wasSent == false)
    await transport.shutdown()
  }

  @Test(
    "what would write a second header is refused",
    arguments: [
      HeaderField(name: "X-A", value: "a\r\nX-B: b"), HeaderField(name: "X-A: b\r\nX", value: ""),
      HeaderField(name: "", value: "a"),
    ])
  func injection(header: HeaderField) async throws {
    try await withServer(always: [.ok()]) { server, transport in
      let exchange = await transport.send(.make("GET", server.url, headers: [header]), in: nil)
      #expect(exchange.failure?.wasSent == false)
      #expect(server.requests.isEmpty)
    }
  }

  @Test("a transport that was shut down sends nothing")
  func afterShutdown() async throws {
    try await withServer(always: [.ok()]) { server, transport in
      await transport.shutdown()
      let exchange = await transport.send(.get(server.url), in: nil)
      #expect(exchange.failure?.kind == .cancelled)
      #expect(exchange.failure?.wasSent == false)
    }
  }

  @Test("reaching opens a connection and sends nothing")
  func reach() async throws {
    try await withServer(always: [.ok()]) { server, transport in
      #expect(await transport.reach(server.url, by: .standard, timeout: .seconds(5)) == nil)
      #expect(server.requests.isEmpty)
      let (descriptor, port) = try RawSocket.listen(backlog: 1)
      RawSocket.end(descriptor)
      let failure = await transport.reach(
        "http://127.0.0.1:\(port)", by: .standard, timeout: .seconds(5))
      #expect(failure?.kind == .refused)
      #expect(failure?.wasSent == false)
    }
  }
}
