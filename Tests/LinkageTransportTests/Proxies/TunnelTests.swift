import LinkageCore
import LinkageTransport
import Testing

/// A pinned name behind a proxy is reached by a tunnel, so plain HTTP serves to test tunnels: one
/// server is proxy and platform in one.
@Suite("Tunnels through proxies", .timeLimit(.minutes(2)))
struct TunnelTests {
  private static func connection(_ proxy: RawServer) -> Connection {
    .with {
      $0.proxy = .at("http://me:geheim@127.0.0.1:\(proxy.port)", except: "")
      $0.pins = [.init(host: "shop.invalid", address: "10.0.0.7", port: nil)]
    }
  }

  private static let opened = RawServer.Action.send("HTTP/1.1 200 Opened\r\nX-Proxy: 1\r\n\r\n")

  private func send(
    _ method: String = "POST", to proxy: RawServer, _ transport: CurlTransport
  ) async -> HTTPExchange {
    await transport.send(
      .make(method, "http://shop.invalid/a", body: "12345").by(Self.connection(proxy)), in: nil)
  }

  @Test("what makes the tunnel is no part of the request: neither its bytes, nor its stamp")
  func bytes() async throws {
    let made = Stamps()
    let script: RawServer.Script = { request in
      guard request.method == "CONNECT" else { return [.ok("there")] }
      made.add(MonotonicClock.now())
      return [Self.opened]
    }
    try await withServer(script) { proxy, transport in
      for count in 1...2 {
        let exchange = await send(to: proxy, transport)
        #expect(exchange.text == "there")
        #expect(exchange.answer?.headers.contains { $0.name == "x-proxy" } == false)
        #expect(exchange.wire.sentBytes == proxy.requests.last?.size)
        let answer = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nthere"
        #expect(exchange.wire.receivedBytes == answer.utf8.count)
        #expect(exchange.sent > made.all[0])
        #expect(exchange.phases.reused == (count == 2))
      }
      #expect(proxy.requests.map(\.method) == ["CONNECT", "POST", "POST"])
      #expect(proxy.requests[0].target == "10.0.0.7:80")
      #expect(proxy.requests[1].values("host") == ["shop.invalid"])
      #expect(proxy.requests[1].values("proxy-authorization") == [])
    }
  }

  @Test(
    "a proxy that makes no tunnel answers for itself: nothing was sent",
    arguments: [
      ("407 Proxy Authentication Required", "407"), ("502 Bad Gateway", "502"),
      ("403 Forbidden", "403"),
    ])
  func refused(status: String, number: String) async throws {
    try await withServer(always: [.answer(status, "no")]) { proxy, transport in
      let failure = try #require(await send(to: proxy, transport).failure)
      #expect(failure.kind == .refused)
      #expect(!failure.wasSent)
      #expect(failure.detail == "The proxy answered CONNECT with \(number)")
    }
  }

  @Test("a proxy that hangs up before the tunnel stands lost nothing that was sent")
  func hangsUp() async throws {
    try await withServer(always: [.close]) { proxy, transport in
      let exchange = await send(to: proxy, transport)
      #expect(exchange.failure?.wasSent == false)
      #expect(exchange.wire.sentBytes == 0)
    }
  }

  @Test("a request that dies in the tunnel was sent, and is not sent again")
  func dies() async throws {
    let script: RawServer.Script = { $0.method == "CONNECT" ? [Self.opened] : [.close] }
    try await withServer(script) { proxy, transport in
      let exchange = await send(to: proxy, transport)
      #expect(exchange.failure?.kind == .lost)
      #expect(exchange.failure?.wasSent == true)
      #expect(proxy.requests.map(\.method) == ["CONNECT", "POST"])
    }
  }

  @Test("cancelling while the tunnel is made sends nothing")
  func cancelled() async throws {
    let gate = Gate()
    try await withServer(always: [.wait(gate), .close]) { proxy, transport in
      let task = Task { await send(to: proxy, transport) }
      var arrivals = proxy.arrivals.makeAsyncIterator()
      #expect(await arrivals.next()?.method == "CONNECT")
      task.cancel()
      let exchange = await task.value
      #expect(exchange.failure?.kind == .cancelled)
      #expect(exchange.failure?.wasSent == false)
      gate.open()
    }
  }
}
