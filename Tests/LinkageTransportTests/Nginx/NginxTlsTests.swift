import Glibc
import LinkageCore
import LinkageTransport
import Testing

@Suite("nginx: TLS and HTTP/2", .timeLimit(.minutes(3)), .serialized)
struct NginxTlsTests {
  private static let says =
    #"location / { return 200 "$server_protocol|$ssl_protocol|$ssl_server_name|$http_host|$connection"; }"#

  private func server(
    _ authority: TlsAuthority, listen: String = "ssl http2", _ settings: String = "",
    location: String = says
  ) -> String {
    """
    server {
      listen 127.0.0.1:PORT0 \(listen);
      ssl_certificate \(authority.path("server.pem"));
      ssl_certificate_key \(authority.path("server.key"));
      \(settings)
      \(location)
    }
    """
  }

  private func words(_ exchange: HTTPExchange) -> [String] {
    let words = (exchange.text ?? "").split(separator: "|", omittingEmptySubsequences: false)
    if words.count != 5 { Issue.record("\(exchange.result)") }
    return words.map(String.init) + Array(repeating: "", count: max(0, 5 - words.count))
  }

  private func authority(_ name: String = "IP:127.0.0.1") throws -> TlsAuthority {
    let authority = try TlsAuthority()
    try authority.vouch(for: name)
    return authority
  }

  @Test(
    "HTTP/2 is spoken where both sides can, and HTTP/1.1 where one cannot or does not want to",
    arguments: [
      ("ssl http2", Connection.Version.negotiated, "2", "HTTP/2.0"),
      ("ssl http2", .http2, "2", "HTTP/2.0"), ("ssl http2", .http1, "1.1", "HTTP/1.1"),
      ("ssl", .negotiated, "1.1", "HTTP/1.1"), ("ssl", .http1, "1.1", "HTTP/1.1"),
    ])
  func versions(listen: String, wanted: Connection.Version, wire: String, seen: String) async throws
  {
    let authority = try authority()
    try await withNginx(server(authority, listen: listen)) { nginx, transport in
      let connection = Connection.with {
        $0.authority = authority.file
        $0.version = wanted
      }
      for method in ["GET", "POST"] {
        let exchange = await transport.send(
          .make(method, nginx.url(scheme: "https") + "/", body: method == "POST" ? "x" : nil)
            .by(connection), in: nil)
        #expect(words(exchange)[0] == seen)
        #expect(exchange.wire.version == wire)
        #expect(exchange.wire.remote == "127.0.0.1:\(nginx.port())")
        #expect(exchange.phases.reused == (method == "POST"))
        #expect((exchange.phases.tls > 0) == (method == "GET"))
      }
    }
  }

  @Test("HTTP/2 and nothing else is not spoken with a server that has only HTTP/1.1")
  func onlyHTTP1() async throws {
    let authority = try authority()
    try await withNginx(server(authority, listen: "ssl")) { nginx, transport in
      let connection = Connection.with {
        $0.authority = authority.file
        $0.version = .http2
      }
      let exchange = await transport.send(
        .make("POST", nginx.url(scheme: "https") + "/?id=a", body: "x").by(connection), in: nil)
      #expect(exchange.failure?.wasSent == false, "\(exchange.result)")
      #expect(nginx.finish() == [])
    }
  }

  @Test("a hundred requests at once share one connection of HTTP/2")
  func multiplexed() async throws {
    let authority = try authority()
    try await withNginx(server(authority)) { nginx, transport in
      let request = HTTPRequest.get(nginx.url(scheme: "https")).by(.trusting(authority.file))
      let first = words(await transport.send(request, in: nil))
      let all = await withTaskGroup(of: String?.self) { group in
        for _ in 0..<100 { group.addTask { await transport.send(request, in: nil).text } }
        return await group.reduce(into: Set()) { $0.insert($1) }
      }
      #expect(all == [first.joined(separator: "|")])
    }
  }

  @Test("a pinned name stays the name: for the certificate, for SNI and for the server")
  func pinned() async throws {
    let authority = try authority("DNS:shop.example")
    try await withNginx(server(authority)) { nginx, transport in
      var settings = Connection.Settings()
      settings.authority = authority.file
      settings.pins = [.init(host: "shop.example", address: "127.0.0.1", port: nil)]
      let url = "https://shop.example:\(nginx.port())/"
      let exchange = await transport.send(.get(url).by(Connection(settings)), in: nil)
      let words = words(exchange)
      #expect(Array(words[2...3]) == ["shop.example", "shop.example:\(nginx.port())"])
      #expect(exchange.wire.remote == "127.0.0.1:\(nginx.port())")
      settings.pins = [.init(host: "other.example", address: "127.0.0.1", port: nil)]
      let other = await transport.send(
        .get("https://other.example:\(nginx.port())/").by(Connection(settings)), in: nil)
      #expect(other.failure?.kind == .tls, "\(other.result)")
      #expect(other.failure?.wasSent == false)
    }
  }

  @Test("TLS older than the oldest allowed is refused before anything is sent")
  func leastTLS() async throws {
    let authority = try authority()
    try await withNginx(server(authority, "ssl_protocols TLSv1.2;")) { nginx, transport in
      for (least, isFine) in [(Connection.TLSVersion.v12, true), (.v13, false)] {
        let connection = Connection.with {
          $0.authority = authority.file
          $0.leastTLS = least
        }
        let exchange = await transport.send(
          .get(nginx.url(scheme: "https")).by(connection), in: nil)
        if isFine {
          #expect(words(exchange)[1] == "TLSv1.2")
        } else {
          #expect(exchange.failure?.kind == .tls, "\(exchange.result)")
          #expect(exchange.failure?.wasSent == false)
        }
      }
    }
  }

  @Test(
    "client certificates: the right one, none, and a stranger's", arguments: ["TLSv1.2", "TLSv1.3"])
  func clientCertificate(version: String) async throws {
    let (authority, stranger) = (try authority(), try authority())
    try authority.vouch(for: "DNS:me", as: "me")
    try stranger.vouch(for: "DNS:stranger", as: "stranger")
    let settings = """
      ssl_protocols \(version); ssl_verify_client on; ssl_client_certificate \(authority.file);
      """
    let says = "location / { return 200 $ssl_client_s_dn; }"
    try await withNginx(server(authority, settings, location: says)) { nginx, transport in
      func send(_ certificate: Connection.Certificate?) async -> HTTPExchange {
        let connection = Connection.with {
          $0.authority = authority.file
          $0.certificate = certificate
        }
        return await transport.send(.get(nginx.url(scheme: "https")).by(connection), in: nil)
      }
      let mine = Connection.Certificate(
        file: authority.path("me.pem"), key: authority.path("me.key"), password: nil)
      let right = await send(mine)
      #expect(right.text == "CN=me", "\(right.result)")
      // nginx tells by an answer of HTTP what others tell by TLS.
      let none = await send(nil)
      #expect(none.answer?.status == 400)
      #expect(none.text?.contains("No required SSL certificate was sent") == true)
      let wrong = await send(
        .init(
          file: stranger.path("stranger.pem"), key: stranger.path("stranger.key"), password: nil))
      #expect(wrong.answer?.status == 400)
      #expect(wrong.text?.contains("The SSL certificate error") == true)
      // Connections of different certificates are never shared.
      #expect(await send(mine).text == "CN=me")
      let torn = await send(
        .init(file: authority.path("me.pem"), key: stranger.path("stranger.key"), password: nil))
      #expect(torn.failure?.kind == .tls, "\(torn.result)")
      #expect(torn.failure?.wasSent == false)
    }
  }

  @Test("a client's key may be encrypted, and its password is not told")
  func keyPassword() async throws {
    let authority = try authority()
    try authority.vouch(for: "DNS:me", as: "me")
    try authority.encrypt("me", with: "geheim")
    let settings = "ssl_verify_client on; ssl_client_certificate \(authority.file);"
    try await withNginx(server(authority, settings)) { nginx, transport in
      for (password, isFine) in [("geheim", true), ("falsch", false)] {
        let connection = Connection.with {
          $0.authority = authority.file
          $0.certificate = .init(
            file: authority.path("me.pem"), key: authority.path("me-encrypted.key"),
            password: password)
        }
        let exchange = await transport.send(
          .get(nginx.url(scheme: "https")).by(connection), in: nil)
        #expect((exchange.answer?.status == 200) == isFine, "\(exchange.result)")
        if let failure = exchange.failure {
          #expect(failure.kind == .tls)
          #expect(!failure.wasSent)
          #expect(!failure.detail.contains(password))
        }
      }
    }
  }

  @Test(
    "a server that closes HTTP/2 connections after some requests, or reloads, is asked nothing twice",
    arguments: [(20, 0), (100_000, 25)])
  func accounting(requests: Int, reloads: Int) async throws {
    let authority = try authority()
    let servers = "keepalive_requests \(requests);" + server(authority)
    try await withNginx(servers) { nginx, transport in
      let ledger = Ledger()
      let connection = Connection.trusting(authority.file)
      await withTaskGroup(of: Void.self) { group in
        for task in 0..<8 {
          group.addTask {
            for round in 0..<100 {
              if reloads > 0, task == 0, round % reloads == reloads - 1 { nginx.reload() }
              await ledger.post(
                "\(task)-\(round)", to: nginx.url(scheme: "https"), by: connection, with: transport)
            }
          }
        }
      }
      ledger.audit(Served(nginx.finish()))
      #expect(ledger.count(.answered) > 400)
    }
  }
}
