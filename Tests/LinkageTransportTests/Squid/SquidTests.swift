import LinkageCore
import LinkageTransport
import Testing

@Suite("squid", .timeLimit(.minutes(3)), .serialized)
struct SquidTests {
  private let http = "server { listen 127.0.0.1:PORT0; location / { return 200 $http_via; } }"

  @Test("plain requests go through the proxy, one connection for all")
  func plain() async throws {
    try await withSquid { squid, transport in
      let nginx = try Nginx(http)
      defer { nginx.stop() }
      for count in 1...3 {
        let exchange = await transport.send(
          .make("POST", nginx.url() + "/?id=\(count)", body: "x").by(.proxied(by: squid.url())),
          in: nil)
        #expect(exchange.text?.contains("squid") == true, "\(exchange.result)")
        #expect(exchange.wire.remote == "127.0.0.1:\(squid.port)")
        #expect(exchange.phases.reused == (count > 1))
      }
      #expect(Served(nginx.finish()).counts == ["1": 1, "2": 1, "3": 1])
    }
  }

  @Test("TLS goes through a tunnel, HTTP/2 too, and the proxy sees nothing of it")
  func tunnel() async throws {
    let authority = try TlsAuthority()
    try authority.vouch(for: "IP:127.0.0.1")
    let servers = """
      server {
        listen 127.0.0.1:PORT0 ssl http2;
        ssl_certificate \(authority.path("server.pem"));
        ssl_certificate_key \(authority.path("server.key"));
        location / { return 200 "$server_protocol$http_via"; }
      }
      """
    try await withSquid(asksWho: true) { squid, transport in
      let nginx = try Nginx(servers)
      defer { nginx.stop() }
      for (version, seen) in [(Connection.Version.http1, "HTTP/1.1"), (.http2, "HTTP/2.0")] {
        let connection = Connection.with {
          $0.authority = authority.file
          $0.version = version
          $0.proxy = .at(squid.url("geheim"), except: "")
        }
        for count in 1...2 {
          let exchange = await transport.send(
            .get(nginx.url(scheme: "https")).by(connection), in: nil)
          #expect(exchange.text == seen, "\(exchange.result)")
          #expect(exchange.phases.reused == (count > 1))
        }
      }
    }
  }

  @Test("without the right word a tunnel is refused and a plain request answered, by 407")
  func password() async throws {
    try await withSquid(asksWho: true) { squid, transport in
      let nginx = try Nginx(http)
      defer { nginx.stop() }
      for (word, isKnown) in [("geheim", true), ("falsch", false), (nil, false)] {
        let connection = Connection.proxied(by: squid.url(word))
        let plain = await transport.send(.get(nginx.url()).by(connection), in: nil)
        #expect(plain.answer?.status == (isKnown ? 200 : 407), "\(plain.result)")
        if isKnown { continue }
        let tunnel = await transport.send(
          .make("POST", "https://127.0.0.1:\(nginx.port())/", body: "x").by(connection), in: nil)
        let name = FailureCause.Proxy(address: squid.url(nil), variable: nil)
        #expect(
          tunnel.failure
            == TransportFailure(
              kind: .refused, wasSent: false, detail: "The proxy answered CONNECT with 407",
              cause: .tunnelRefused(name, status: 407)))
        #expect(tunnel.wire.sentBytes == 0)
      }
      #expect(nginx.finish().count == 1)
    }
  }

  @Test("a platform that nobody reaches is the proxy's 503: its answer, or no tunnel")
  func unreachable() async throws {
    try await withSquid { squid, transport in
      let connection = Connection.proxied(by: squid.url())
      let plain = await transport.send(.get("http://127.0.0.1:1/").by(connection), in: nil)
      #expect(plain.answer?.status == 503, "\(plain.result)")
      let tunnel = await transport.send(.get("https://127.0.0.1:1/").by(connection), in: nil)
      #expect(tunnel.failure?.kind == .refused, "\(tunnel.result)")
      #expect(tunnel.failure?.wasSent == false)
      #expect(tunnel.failure?.detail.contains("503") == true)
    }
  }

  @Test(
    "a proxy that is killed in the middle of an answer leaves it unknown", arguments: [false, true])
  func killed(byTunnel: Bool) async throws {
    let gate = Gate()
    let half = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"
    try await withServer(always: [.send(half), .wait(gate), .close]) { server, _ in
      defer { gate.open() }
      try await withSquid { squid, transport in
        let connection = Connection.with {
          $0.proxy = .at(squid.url(), except: "")
          // Behind a proxy a pinned name is reached by a tunnel.
          if byTunnel { $0.pins = [.init(host: "shop.invalid", address: "127.0.0.1", port: nil)] }
        }
        let host = byTunnel ? "shop.invalid" : "127.0.0.1"
        let request = HTTPRequest.make("POST", "http://\(host):\(server.port)/", body: "x")
        async let exchange = transport.send(request.by(connection), in: nil)
        var arrivals = server.arrivals.makeAsyncIterator()
        _ = await arrivals.next()
        squid.kill()
        let failure = await exchange.failure
        #expect(failure?.kind == .lost, "\(String(describing: failure))")
        #expect(failure?.wasSent == true)
        #expect(server.requests.count == 1)
      }
    }
  }
}
