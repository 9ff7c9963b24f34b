import LinkageCore
import LinkageTransport
import Testing

@Suite("Time-outs by name", .timeLimit(.minutes(2)))
struct TimeoutTests {
  /// A listener whose queue is full: connections to it get no answer.
  private func withSilence(_ body: (UInt16) async throws -> Void) async throws {
    let (descriptor, port) = try RawSocket.listen(backlog: 0)
    let fillers = (0..<8).map { _ in RawSocket.connect(port: port) }
    defer { for filler in fillers + [descriptor] { RawSocket.end(filler) } }
    try await body(port)
  }

  @Test("a connection that does not open in time is told so, and nothing was sent")
  func connect() async throws {
    try await withSilence { port in
      let transport = try CurlTransport()
      let connection = Connection.with { $0.connectTimeout = .milliseconds(50) }
      let exchange = await transport.send(.get("http://127.0.0.1:\(port)/").by(connection), in: nil)
      #expect(
        exchange.failure
          == TransportFailure(
            kind: .timeout, wasSent: false,
            detail: "The connection did not open within 50 milliseconds"))
      await transport.shutdown()
    }
  }

  @Test("the whole time may end before the connection stands")
  func wholeUnsent() async throws {
    try await withSilence { port in
      let transport = try CurlTransport()
      let exchange = await transport.send(
        .get("http://127.0.0.1:\(port)/", timeout: .milliseconds(50)), in: nil)
      #expect(
        exchange.failure
          == TransportFailure(
            kind: .timeout, wasSent: false,
            detail: "The request was not sent within 50 milliseconds"))
      await transport.shutdown()
    }
  }

  @Test("silence behind the request ends it, and so does silence within the answer")
  func idle() async throws {
    let gate = Gate()
    let head = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"
    let script: RawServer.Script = { request in
      request.target == "/none" ? [.wait(gate)] : [.send(head + "1"), .wait(gate)]
    }
    try await withServer(script) { server, transport in
      let connection = Connection.with { $0.idleTimeout = .milliseconds(60) }
      for path in ["/none", "/some"] {
        let exchange = await transport.send(.get(server.url + path).by(connection), in: nil)
        #expect(exchange.failure?.kind == .timeout)
        #expect(exchange.failure?.detail == "Nothing came for 60 milliseconds")
        #expect(exchange.failure?.cause == .idle)
        #expect(exchange.failure?.wasSent == true)
      }
      gate.open()
    }
  }

  @Test("an answer that drips is not silent, and is as late as the whole time says")
  func drip() async throws {
    let head = "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"
    let script: RawServer.Script = { _ in
      [.send(head), .drip(String(repeating: "x", count: 100_000), every: 2000)]
    }
    try await withServer(script) { server, transport in
      // Longer than any machine stops for.
      let connection = Connection.with { $0.idleTimeout = .seconds(30) }
      var timeout = Nanoseconds.milliseconds(50)
      var failure: TransportFailure?
      // On a busy machine the time may be over before the answer begins.
      repeat {
        let request = HTTPRequest.get(server.url, timeout: timeout).by(connection)
        failure = await transport.send(request, in: nil).failure
        timeout = timeout + timeout
      } while failure?.detail.hasPrefix("The answer was not complete") == false
      #expect(failure?.kind == .timeout)
      #expect(failure?.wasSent == true)
    }
  }

  @Test("a long upload is not silence")
  func upload() async throws {
    let gate = Gate()
    // Reads nothing until the gate opens: the body fills what lies between.
    let server = try RawServer(readingAtMost: 10) { _ in [.wait(gate), .close] }
    defer { server.stop() }
    let transport = try CurlTransport()
    let connection = Connection.with { $0.idleTimeout = .milliseconds(30) }
    let body = String(repeating: "x", count: 30_000_000)
    var timeout = Nanoseconds.milliseconds(200)
    var detail: String?
    // On a busy machine the time may be over before anything is written.
    repeat {
      timeout = timeout + timeout
      let request = HTTPRequest.make("POST", server.url, body: body, timeout: timeout)
      detail = await transport.send(request.by(connection), in: nil).failure?.detail
    } while detail?.hasPrefix("The request was not sent") == true
    #expect(detail == "No answer within \(timeout.count / 1_000_000) milliseconds")
    gate.open()
    await transport.shutdown()
  }
}
