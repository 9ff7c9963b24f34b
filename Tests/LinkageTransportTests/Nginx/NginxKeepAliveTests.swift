import LinkageCore
import LinkageTransport
import Testing

@Suite("nginx: connections", .timeLimit(.minutes(2)))
struct NginxKeepAliveTests {
  private static let counting = """
    server {
      listen 127.0.0.1:PORT0;
      location / { return 200 "$connection_requests"; }
    }
    """

  @Test("one connection serves request after request, and both sides say so")
  func reuse() async throws {
    try await withNginx(Self.counting) { nginx, transport in
      for number in 1...5 {
        let exchange = await transport.send(.get(nginx.url()), in: nil)
        #expect(exchange.text == "\(number)", "\(exchange.result) \(nginx.errors)")
        #expect(exchange.phases.reused == (number > 1))
      }
    }
  }

  @Test("a server that closes after every third answer loses nothing and is asked nothing twice")
  func closesByItself() async throws {
    try await withNginx("keepalive_requests 3;" + Self.counting) { nginx, transport in
      var reused: [Bool] = []
      for id in 1...9 {
        let request = HTTPRequest.make("POST", nginx.url() + "/?id=\(id)", body: "x")
        let exchange = await transport.send(request, in: nil)
        #expect(exchange.answer?.status == 200, "\(exchange.result) \(nginx.errors)")
        reused.append(exchange.phases.reused)
      }
      #expect(reused == [false, true, true, false, true, true, false, true, true])
      #expect(Served(nginx.finish()).counts == (1...9).reduce(into: [:]) { $0["\($1)"] = 1 })
    }
  }

  @Test("IPv6")
  func ipv6() async throws {
    let servers = """
      server { listen [::1]:PORT_6; location / { return 200 "$server_addr $http_host"; } }
      """
    try await withNginx(servers) { nginx, transport in
      let exchange = await transport.send(.get(nginx.url6), in: nil)
      #expect(
        exchange.text == "::1 " + nginx.url6.dropFirst("http://".count), "\(exchange.result)")
    }
  }

  @Test("a connection that is closed instead of an answer is lost, and asked once")
  func noAnswer() async throws {
    let servers = "server { listen 127.0.0.1:PORT0; location / { return 444; } }"
    try await withNginx(servers) { nginx, transport in
      for method in ["GET", "POST"] {
        let exchange = await transport.send(
          .make(method, nginx.url() + "/?id=\(method)", body: "x"), in: nil)
        #expect(exchange.failure?.kind == .lost, "\(exchange.result)")
        #expect(exchange.failure?.wasSent == true)
      }
      #expect(Served(nginx.finish()).counts == ["GET": 1, "POST": 1])
    }
  }

  @Test("a gateway without anybody behind it is an answer")
  func badGateway() async throws {
    let servers = """
      server { listen 127.0.0.1:PORT0; location / { proxy_pass http://127.0.0.1:1; } }
      """
    try await withNginx(servers) { nginx, transport in
      let exchange = await transport.send(.get(nginx.url()), in: nil)
      #expect(exchange.answer?.status == 502, "\(exchange.result)")
    }
  }
}
