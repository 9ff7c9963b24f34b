import Foundation
import LinkageCore
import LinkageTransport
import Testing

@Suite("TLS with authorities of one's own", .timeLimit(.minutes(2)), .serialized)
struct TlsTests {
  private func get(_ port: UInt16, host: String = "127.0.0.1", authority: String?) -> HTTPRequest {
    var request = HTTPRequest.get("https://\(host):\(port)/")
    request.connection = .trusting(authority)
    return request
  }

  private func withTls(
    name: String = "IP:127.0.0.1",
    _ body: (TlsAuthority, TlsServer, CurlTransport) async throws -> Void
  ) async throws {
    let authority = try TlsAuthority()
    try authority.vouch(for: name)
    let server = try TlsServer(authority)
    defer { server.stop() }
    let transport = try CurlTransport()
    do {
      try await body(authority, server, transport)
      await transport.shutdown()
    } catch {
      await transport.shutdown()
      throw error
    }
  }

  @Test("a server is trusted by its own authority, and only by it")
  func trusted() async throws {
    try await withTls { authority, server, transport in
      let trusted = await transport.send(get(server.port, authority: authority.file), in: nil)
      #expect(trusted.answer?.status == 200)
      #expect(trusted.text == "1 False")
      let other = try TlsAuthority()
      for wrong in [nil, other.file] {
        let exchange = await transport.send(get(server.port, authority: wrong), in: nil)
        #expect(exchange.failure?.kind == .tls)
        #expect(exchange.failure?.wasSent == false)
        #expect(exchange.answer == nil)
      }
    }
  }

  @Test("connections and sessions made by one authority serve no other")
  func neverShared() async throws {
    try await withTls { authority, server, transport in
      let copy = authority.path("copy.pem")
      try FileManager.default.copyItem(atPath: authority.file, toPath: copy)
      for (file, words) in [
        (authority.file, "1 False"), (authority.file, "1 False"), (copy, "2 False"),
        (authority.file, "1 False"), (copy, "2 False"),
      ] {
        let exchange = await transport.send(get(server.port, authority: file), in: nil)
        #expect(exchange.text == words, "\(exchange.failure?.detail ?? "")")
      }
      let system = await transport.send(get(server.port, authority: nil), in: nil)
      #expect(system.failure?.kind == .tls)
    }
  }

  @Test("a certificate for another host is refused")
  func wrongHost() async throws {
    try await withTls(name: "DNS:shop.example") { authority, server, transport in
      let exchange = await transport.send(get(server.port, authority: authority.file), in: nil)
      #expect(exchange.failure?.kind == .tls)
      #expect(exchange.failure?.wasSent == false)
    }
  }

  @Test("reaching a server takes its authority too")
  func reach() async throws {
    try await withTls { authority, server, transport in
      let url = "https://127.0.0.1:\(server.port)/"
      let timeout = Nanoseconds.seconds(10)
      #expect(await transport.reach(url, by: .trusting(authority.file), timeout: timeout) == nil)
      #expect(await transport.reach(url, by: .standard, timeout: timeout)?.kind == .tls)
    }
  }

  @Test("a file that is not there or holds no certificate is named")
  func badFile() async throws {
    try await withTls { authority, server, transport in
      let empty = authority.path("empty.pem")
      try Data("no certificate\n".utf8).write(to: URL(fileURLWithPath: empty))
      for file in [authority.path("missing.pem"), empty] {
        let exchange = await transport.send(get(server.port, authority: file), in: nil)
        let failure = try #require(exchange.failure)
        #expect(failure.kind == .tls)
        #expect(!failure.wasSent)
        #expect(failure.detail.contains(file), "\(failure.detail)")
      }
      let good = await transport.send(get(server.port, authority: authority.file), in: nil)
      #expect(good.answer?.status == 200)
    }
  }

  @Test(
    "a server that demands a certificate refuses the handshake, or with TLS 1.3 what follows it",
    arguments: ["TLSv1_2", "TLSv1_3"])
  func demanded(version: String) async throws {
    let (authority, stranger) = (try TlsAuthority(), try TlsAuthority())
    try authority.vouch(for: "IP:127.0.0.1")
    try authority.vouch(for: "DNS:me", as: "me")
    try stranger.vouch(for: "DNS:me", as: "me")
    let server = try TlsServer(authority, demandingBy: version)
    defer { server.stop() }
    try await withTransport { transport in
      for (owner, isWelcome) in [(authority, true), (nil, false), (stranger, false)] {
        let connection = Connection.with {
          $0.authority = authority.file
          $0.certificate = owner.map {
            .init(file: $0.path("me.pem"), key: $0.path("me.key"), password: nil)
          }
        }
        let exchange = await transport.send(
          .make("POST", "https://127.0.0.1:\(server.port)/", body: "x").by(connection), in: nil)
        #expect((exchange.answer?.status == 200) == isWelcome, "\(exchange.result)")
        guard !isWelcome else { continue }
        let failure = try #require(exchange.failure)
        #expect(failure.cause == (owner == nil ? .certificateWanted : .certificateRefused))
        // The refusal may be read, or the connection be gone before: only who showed nothing is sure.
        let isSure = version == "TLSv1_2" || owner == nil
        #expect(failure.kind == .tls || !isSure && failure.kind == .lost, "\(failure)")
        if version == "TLSv1_2" { #expect(!failure.wasSent) }
      }
    }
  }

  @Test("a server that speaks only older versions of TLS is told as such")
  func tooOld() async throws {
    let authority = try TlsAuthority()
    try authority.vouch(for: "IP:127.0.0.1")
    let server = try TlsServer(authority, demandingBy: "TLSv1_2")
    defer { server.stop() }
    try await withTransport { transport in
      let connection = Connection.with {
        $0.authority = authority.file
        $0.leastTLS = .v13
      }
      let exchange = await transport.send(
        .get("https://127.0.0.1:\(server.port)/").by(connection), in: nil)
      #expect(exchange.failure?.kind == .tls)
      #expect(exchange.failure?.cause == .tlsVersion, "\(exchange.result)")
    }
  }

  @Test(
    "a key that is not the certificate's, or whose password is wrong, is the client's own fault")
  func unusableKey() async throws {
    let authority = try TlsAuthority()
    for name in ["server", "me"] { try authority.vouch(for: "IP:127.0.0.1", as: name) }
    try authority.encrypt("me", with: "geheim")
    let server = try TlsServer(authority)
    defer { server.stop() }
    try await withTransport { transport in
      for (key, password) in [("server.key", nil), ("me-encrypted.key", "falsch")] {
        let connection = Connection.with {
          $0.authority = authority.file
          $0.certificate = .init(
            file: authority.path("me.pem"), key: authority.path(key), password: password)
        }
        let exchange = await transport.send(
          .get("https://127.0.0.1:\(server.port)/").by(connection), in: nil)
        let failure = try #require(exchange.failure)
        #expect(failure.kind == .tls && !failure.wasSent)
        #expect(failure.cause == .certificateUnusable)
        let words = "The client's certificate or key cannot be used: "
        #expect(failure.detail.hasPrefix(words) && failure.detail.contains(key), "\(failure)")
      }
    }
  }

  @Test("where nothing is encrypted an authority changes nothing")
  func plain() async throws {
    let authority = try TlsAuthority()
    try await withServer(always: [.ok("x")]) { server, transport in
      var request = HTTPRequest.get(server.url)
      request.connection = .trusting(authority.file)
      let exchange = await transport.send(request, in: nil)
      #expect(exchange.text == "x")
    }
  }
}
