import LinkageCore
import LinkageTransport
import Testing

@Suite("Pinned names", .timeLimit(.minutes(2)))
struct PinTests {
  @Test("a pinned name leads where it is pinned to, and stays the name that is asked for")
  func pinned() async throws {
    try await withServer(always: [.ok()]) { server, transport in
      let url = "http://shop.invalid:\(server.port)/a"
      let exchange = await transport.send(
        .get(url).by(.pinning("shop.invalid", to: "127.0.0.1")), in: nil)
      #expect(exchange.answer?.status == 200, "\(String(describing: exchange.failure))")
      #expect(exchange.answer?.url == url)
      #expect(exchange.wire.remote == "127.0.0.1:\(server.port)")
      #expect(server.requests.first?.values("host") == ["shop.invalid:\(server.port)"])
    }
  }

  @Test("a connection made by one pin serves no other")
  func neverShared() async throws {
    try await withServer(always: [.ok()]) { server, transport in
      let request = HTTPRequest.get("http://localhost:\(server.port)/")
      let here = await transport.send(request.by(.pinning("localhost", to: "127.0.0.1")), in: nil)
      #expect(here.answer?.status == 200)
      // Nobody listens at this address.
      let there = await transport.send(request.by(.pinning("localhost", to: "127.0.0.9")), in: nil)
      #expect(there.failure?.kind == .refused)
      #expect(there.failure?.wasSent == false)
    }
  }

  @Test("a pin with a port leaves other ports alone")
  func otherPort() async throws {
    try await withServer(always: [.ok()]) { server, transport in
      let request = HTTPRequest.get("http://127.0.0.1:\(server.port)/")
      for (port, status) in [(Int(server.port) ^ 1, 200), (Int(server.port), nil)] {
        let connection = Connection.pinning("127.0.0.1", to: "127.0.0.9", port: port)
        #expect(await transport.send(request.by(connection), in: nil).answer?.status == status)
      }
    }
  }

  @Test("a pin to an address of IPv6 is understood")
  func version6() async throws {
    let transport = try CurlTransport()
    let (descriptor, port) = try RawSocket.listen(backlog: 1)
    RawSocket.end(descriptor)
    let exchange = await transport.send(
      .get("http://shop.invalid:\(port)/").by(.pinning("shop.invalid", to: "::1")), in: nil)
    #expect(exchange.failure?.kind == .refused)
    #expect(exchange.failure?.wasSent == false)
    await transport.shutdown()
  }
}
