import LinkageCore
import LinkageTransport
import Testing

@Suite("What went over the wire", .timeLimit(.minutes(2)))
struct WireTests {
  @Test("every byte of a request counts once", arguments: [nil, 0, 10, 65_535, 65_536, 1_000_000])
  func sent(size: Int?) async throws {
    try await withServer(always: [.ok()]) { server, transport in
      let body = size.map { String(repeating: "x", count: $0) }
      for _ in 0..<2 {
        let exchange = await transport.send(.make("POST", server.url, body: body), in: nil)
        #expect(exchange.wire.sentBytes == server.requests.last?.size)
      }
    }
  }

  @Test("an answer counts as it came: headers, chunks' contents, packed bodies packed")
  func received() async throws {
    try await withServer(always: [.bytes(Packed.answer)]) { server, transport in
      let exchange = await transport.send(.get(server.url), in: nil)
      #expect(
        exchange.wire
          == Wire(
            sentBytes: server.requests[0].size, receivedBytes: Packed.answer.count, version: "1.1",
            remote: "127.0.0.1:\(server.port)"))
    }
  }

  @Test("half an answer counts as far as it came; no answer has no version")
  func half() async throws {
    let half = "HTTP/1.0 200 OK\r\nContent-Length: 9\r\n\r\n123"
    for (text, version) in [(half, "1.0"), ("", nil)] {
      try await withServer(always: [.send(text), .close]) { server, transport in
        let exchange = await transport.send(.get(server.url), in: nil)
        #expect(exchange.wire.receivedBytes == text.utf8.count)
        #expect(exchange.wire.version == version)
        #expect(exchange.wire.remote == "127.0.0.1:\(server.port)")
      }
    }
  }

  @Test("nothing was written where nobody listens, whatever the handle did before")
  func refused() async throws {
    try await withServer(always: [.ok()]) { server, transport in
      _ = await transport.send(.get(server.url), in: nil)
      let (descriptor, port) = try RawSocket.listen(backlog: 1)
      RawSocket.end(descriptor)
      let exchange = await transport.send(.get("http://127.0.0.1:\(port)/"), in: nil)
      #expect(exchange.wire.sentBytes == 0)
      #expect(exchange.wire.receivedBytes == 0)
      #expect(exchange.wire.version == nil)
    }
  }
}
