import LinkageCore
import LinkageTransport
import Testing

@Suite("Answers that come too early, too slowly or never", .timeLimit(.minutes(2)))
struct LateTests {
  static let refusal = "HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\nConnection: close\r\n\r\nbig"

  @Test("an answer that comes before the request is whole counts")
  func early() async throws {
    let server = try RawServer(readingAtMost: 1000) { _ in [.send(Self.refusal), .finish] }
    defer { server.stop() }
    try await withTransport { transport in
      let body = String(repeating: "x", count: 5_000_000)
      let exchange = await transport.send(.make("POST", server.url, body: body), in: nil)
      #expect(exchange.answer?.status == 413, "\(exchange.result)")
      #expect(exchange.text == "big")
      #expect(server.connections == 1)
    }
  }

  @Test(
    "a server that slams the door on a large body has answered or is lost, and is asked once",
    arguments: [RawServer.Action.close, .reset])
  func slammed(end: RawServer.Action) async throws {
    let server = try RawServer(readingAtMost: 1000) { _ in [.send(Self.refusal), end] }
    defer { server.stop() }
    try await withTransport { transport in
      let body = String(repeating: "x", count: 5_000_000)
      let exchange = await transport.send(.make("POST", server.url, body: body), in: nil)
      switch exchange.result {
      case .success(let answer): #expect(answer.status == 413)
      case .failure(let failure):
        #expect(failure.kind == .lost, "\(failure)")
        #expect(failure.wasSent)
      }
      #expect(server.connections == 1)
    }
  }

  @Test(
    "an answer that drips in longer than allowed is a time-out of a request that was sent",
    arguments: [
      "HTTP/1.1 200 OK\r\nX-Long: " + String(repeating: "x", count: 10_000),
      "HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n" + String(repeating: "x", count: 9_000),
    ])
  func drips(answer: String) async throws {
    try await withServer(always: [.drip(answer, every: 5_000), .close]) { server, transport in
      let exchange = await transport.send(.get(server.url, timeout: .seconds(2)), in: nil)
      #expect(exchange.failure?.kind == .timeout, "\(exchange.result)")
      #expect(exchange.failure?.wasSent == true)
    }
  }

  @Test("what drips in within its time is an answer")
  func patient() async throws {
    let drip = RawServer.Action.drip("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", every: 1_000)
    try await withServer(always: [drip]) { server, transport in
      #expect(await transport.send(.get(server.url), in: nil).text == "ok")
    }
  }
}
