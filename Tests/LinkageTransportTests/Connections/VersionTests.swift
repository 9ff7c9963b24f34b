import LinkageCore
import LinkageTransport
import Testing

@Suite("HTTP/2 and nothing else", .timeLimit(.minutes(2)))
struct VersionTests {
  private let only2 = Connection.with { $0.version = .http2 }

  @Test("is not spoken without TLS, and nothing is sent")
  func plain() async throws {
    try await withServer(always: [.ok()]) { server, transport in
      let exchange = await transport.send(.get(server.url).by(only2), in: nil)
      #expect(exchange.failure?.kind == .badRequest)
      #expect(exchange.failure?.wasSent == false)
      #expect(server.connections == 0)
    }
  }

  @Test("is refused where the server does not offer it, and nothing is sent")
  func notOffered() async throws {
    let authority = try TlsAuthority()
    try authority.vouch(for: "IP:127.0.0.1")
    let server = try TlsServer(authority)
    defer { server.stop() }
    let transport = try CurlTransport()
    let connection = Connection.with {
      $0.version = .http2
      $0.authority = authority.file
    }
    for _ in 0..<2 {
      let exchange = await transport.send(
        .get("https://127.0.0.1:\(server.port)/").by(connection), in: nil)
      #expect(
        exchange.failure
          == TransportFailure(
            kind: .refused, wasSent: false, detail: "The server does not speak HTTP/2",
            cause: .noHTTP2))
    }
    await transport.shutdown()
  }
}
