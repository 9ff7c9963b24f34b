import LinkageCore
import LinkageTransport
import Testing

@Suite("Cookies", .timeLimit(.minutes(2)))
struct CookieTests {
  private static let hosts = [
    "shop.example", "www.shop.example", "api.shop.example", "a.www.shop.example", "myshop.example",
    "other.example", "shop.com.cn", "other.com.cn",
  ]

  private static let pinned = Connection.with {
    $0.pins = hosts.map { .init(host: $0, address: "127.0.0.1", port: nil) }
  }

  private func get(_ place: String, _ port: UInt16, set: Int? = nil) -> HTTPRequest {
    let (host, path) = (place.prefix { $0 != "/" }, place.drop { $0 != "/" })
    let query = set.map { "?set=\($0)" } ?? ""
    return .get("http://\(host):\(port)\(path)\(query)").by(Self.pinned)
  }

  @Test(
    "go back where they belong, of a session as of its snapshot",
    arguments: CookieRow.ages + CookieRow.places + CookieRow.values)
  func rules(row: CookieRow) async throws {
    let script: RawServer.Script = { request in
      let number = request.target.split(separator: "?set=").dropFirst().first.flatMap { Int($0) }
      return [.ok(headers: (number.map { row.answers[$0] } ?? []).map { "Set-Cookie: \($0)" })]
    }
    try await withServer(script) { server, transport in
      let session = await transport.openSession()
      for number in row.answers.indices {
        let exchange = await transport.send(get(row.place, server.port, set: number), in: session)
        #expect(exchange.answer != nil, "\(exchange.result)")
      }
      for session in [session, await transport.snapshot(of: session)] {
        for read in row.reads {
          _ = await transport.send(get(read.place, server.port), in: session)
          #expect(server.requests.last?.cookies == read.cookies, "\(read.place)")
        }
      }
    }
  }

  @Test("what is set over TLS is for TLS alone where it says so, prefixes are heeded")
  func secure() async throws {
    let authority = try TlsAuthority()
    try authority.vouch(for: "DNS:shop.example")
    let lines = [
      "a=1; Secure", "b=1", "__Secure-c=1; Secure", "__Secure-d=1", "__Host-e=1; Secure; Path=/",
      "__Host-f=1; Secure; Path=/; Domain=shop.example", "__Host-g=1; Secure; Path=/set",
    ]
    let servers = """
      server {
        listen 127.0.0.1:PORT0 ssl;
        listen 127.0.0.1:PORT1;
        ssl_certificate \(authority.path("server.pem"));
        ssl_certificate_key \(authority.path("server.key"));
        location /set { \(lines.map { "add_header Set-Cookie '\($0)';" }.joined()) return 200; }
        location / { return 200 $http_cookie; }
      }
      """
    try await withNginx(servers) { nginx, transport in
      let connection = Connection.with {
        $0.authority = authority.file
        $0.pins = [.init(host: "shop.example", address: "127.0.0.1", port: nil)]
      }
      let session = await transport.openSession()
      func cookies(_ url: String, _ session: SessionID) async -> [String] {
        let exchange = await transport.send(.get(url).by(connection), in: session)
        #expect(exchange.answer != nil, "\(exchange.result)")
        return (exchange.text ?? "").split(separator: "; ").map(String.init).sorted()
      }
      _ = await cookies("https://shop.example:\(nginx.port(0))/set", session)
      for session in [session, await transport.snapshot(of: session)] {
        let secure = await cookies("https://shop.example:\(nginx.port(0))/", session)
        #expect(secure == ["__Host-e=1", "__Secure-c=1", "a=1", "b=1"])
        #expect(await cookies("http://shop.example:\(nginx.port(1))/", session) == ["b=1"])
      }
    }
  }
}
