import LinkageCore
import LinkageTransport
import Testing

@Suite("Nothing is sent twice", .timeLimit(.minutes(2)))
struct ResendTests {
  @Test(
    "a kept connection that dies after the second request is not made up for",
    arguments: ["GET", "HEAD", "POST", "PUT", "DELETE"], [RawServer.Action.close, .reset])
  func deadConnection(method: String, ending: RawServer.Action) async throws {
    let script: RawServer.Script = { $0.number == 1 ? [.ok()] : [ending] }
    try await withServer(script) { server, transport in
      let first = await transport.send(.get(server.url + "/1"), in: nil)
      #expect(first.answer?.status == 200)
      let second = await transport.send(
        .make(method, server.url + "/2", body: method == "POST" ? "once" : nil), in: nil)
      #expect(second.failure?.kind == .lost)
      #expect(second.failure?.wasSent == true)
      #expect(server.requests.map(\.target) == ["/1", "/2"])
      let third = await transport.send(.get(server.url + "/3"), in: nil)
      #expect(third.answer?.status == 200, "\(String(describing: third.failure))")
      #expect(server.requests.map(\.target) == ["/1", "/2", "/3"])
    }
  }

  @Test("a server that dies with the connection does not turn it into a refusal")
  func deadServer() async throws {
    let script: RawServer.Script = { $0.number == 1 ? [.ok()] : [.close] }
    try await withServer(script) {
      server, transport in
      _ = await transport.send(.get(server.url), in: nil)
      server.stopListening()
      let second = await transport.send(.make("POST", server.url, body: "x"), in: nil)
      #expect(second.failure?.kind == .lost)
      #expect(second.failure?.wasSent == true)
    }
  }

  @Test("a connection that was closed while idle is replaced")
  func closedWhileIdle() async throws {
    try await withServer(always: [.ok(), .close]) { server, transport in
      var closings = server.closings.makeAsyncIterator()
      for number in 1...3 {
        let exchange = await transport.send(.make("POST", server.url, body: "x"), in: nil)
        #expect(exchange.answer?.status == 200)
        #expect(exchange.phases.reused == false)
        #expect(await closings.next() == number)
      }
      #expect(server.requests.count == 3)
    }
  }
}
